import { expect, test } from "vitest";
import { receiverBefore } from "../../../kernel/src/language/receiver.js";

test.each<[string, string | undefined]>([
  ["a", "a"],
  ["x + a.b", "a.b"],
  ["a?.b", "a?.b"],
  ["a!.b!", "a.b"],
  ["a [0]", undefined],
  ["a[0].b['c d']", "a[0].b['c d']"],
  ["a?.[0]", "a?.[0]"],
  ["größe.$x_1", "größe.$x_1"],
  ["a\n  .b\n  .c", "a.b.c"],
  ["...a.b", "a.b"],
  ["'text'", "'text'"],
  ["[]", "[]"],
  ["a[]", undefined],
  ["f()", undefined],
  ["f().b", undefined],
  ["a[i]", undefined],
  ["(a)", undefined],
  ["`t`", undefined],
  ["", undefined],
  ["1", undefined],
])("%j gives %j", (code, wanted) => {
  const found = receiverBefore(code, code.length);
  expect(found?.expression).toBe(wanted);
  if (found !== undefined)
    expect(code.slice(found.start).replace(/[\s!]/g, "")).toBe(wanted!.replace(/\s/g, ""));
});
