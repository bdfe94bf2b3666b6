import { expect, test } from "vitest";
import { describeThrown } from "../../../kernel/src/session/thrown.js";

test("an error's name, sentence and frames; causes after it", () => {
  const error = new RangeError("too big", { cause: new Error("why", { cause: "text" }) });
  const { ename, evalue, stacks } = describeThrown(error);
  expect([ename, evalue, stacks.length]).toEqual(["RangeError", "too big", 2]);
  expect(stacks[0]).toMatch(/^RangeError: too big\n\s+at /);
  expect(stacks[1]).toMatch(/^caused by Error: why\n\s+at /);
});

test("causes that go round and round are cut", () => {
  const error = new Error("a");
  error.cause = error;
  expect(describeThrown(error).stacks).toHaveLength(5);
});

test.each([["text"], [undefined], [null], [42], [{ a: 1 }]])("%j may be thrown too", (value) => {
  const { ename, evalue, stacks } = describeThrown(value);
  expect(ename).toBe("Error");
  expect(evalue).not.toBe("");
  expect(stacks).toHaveLength(1);
});

test("an error with a broken stack is still told", () => {
  const error = new Error("x");
  Object.defineProperty(error, "stack", { value: 5 });
  expect(describeThrown(error).stacks).toEqual(["Error: x"]);
});
