import { expect, test } from "vitest";
import { isObjectLiteral } from "../../../kernel/src/language/object-literal.js";

test.each([
  ["{ a, b: 1 }", true],
  ["  {}\n", true],
  ["{ let a = 1; }", false],
  ["{ a: 1 }; 2", false],
  ["{ a: ", false],
  ["1", false],
])("%j: %s", (code, is) => expect(isObjectLiteral(code)).toBe(is));
