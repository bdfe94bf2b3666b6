import { describe, expect, test } from "vitest";
import { withOxc, withSucrase, type SyntaxCheck } from "../../../kernel/src/language/syntax.js";

const checks: [string, SyntaxCheck][] = [
  ["oxc", (await withOxc())!],
  ["sucrase", await withSucrase()],
];

describe.each(checks)("%s", (_, check) => {
  test.each(["", "1 + 1", "const f = <T,>(x: T): T => x", "await x", "`a\n${1}`"])("%j is right", (code) =>
    expect(check(code)).toBeUndefined(),
  );

  test.each([
    "f(",
    "`abc",
    "/* abc",
    "const ö =",
    "if (a) {",
    "class A {",
    "[1,\n",
    "x =>",
    "'ö'.",
    "type T =",
  ])("%j ends too early", (code) => expect(check(code)?.atEnd).toBe(true));

  test.each(["}", "const 5", "'abc", "x = = 'ö'", "f(1))"])("%j is wrong", (code) =>
    expect(check(code)).toMatchObject({ atEnd: false, message: expect.any(String) }),
  );
});
