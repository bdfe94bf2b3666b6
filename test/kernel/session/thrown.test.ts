import { expect, test } from "vitest";
import { describeThrown } from "../../../kernel/src/session/thrown.js";

test("an error's name, sentence and frames; causes after it", () => {
  const error = new RangeError("too big", { cause: new Error("why", { cause: "text" }) });
  const { ename, evalue, stacks } = describeThrown(error);
  expect([ename, evalue, stacks.length]).toEqual(["RangeError", "too big", 2]);
  expect(stacks[0]).toMatch(/^RangeError: too big\n\s+at /);
  expect(stacks[1]).toMatch(/^caused by Error: why\n\s+at /);
});

test("causes that go round and round are told once", () => {
  const error = new Error("a", { cause: new Error("b") });
  (error.cause as Error).cause = error;
  expect(describeThrown(error).stacks.map((stack) => stack.split("\n")[0])).toEqual([
    "Error: a",
    "caused by Error: b",
  ]);
});

test("errors that one error gathers follow it, with their causes, up to a bound", () => {
  const all = [new RangeError("first", { cause: new Error("why") }), "no error", new TypeError("third")];
  const told = describeThrown(new AggregateError(all, "many")).stacks.map((stack) => stack.split("\n")[0]);
  expect(told).toEqual([
    "AggregateError: many",
    "one of 3: RangeError: first",
    "caused by Error: why",
    "one of 3: TypeError: third",
  ]);
  const thousands = new AggregateError(Array.from({ length: 5000 }, (_, n) => new Error(String(n))));
  expect(describeThrown(thousands).stacks).toHaveLength(8);
});

test("what throws when it is read is left out", () => {
  const trap = (name: string): Error =>
    Object.defineProperty(new Error("trap"), name, {
      get() {
        throw new Error("read");
      },
    });
  for (const name of ["cause", "errors", "stack"])
    expect(describeThrown(trap(name)).stacks[0]).toMatch(/^Error: trap/);
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
