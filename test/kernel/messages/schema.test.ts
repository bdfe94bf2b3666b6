import { expect, test } from "vitest";
import {
  either,
  fields,
  flag,
  list,
  maybe,
  nullable,
  record,
  table,
  text,
  whole,
  word,
} from "../../../kernel/src/messages/schema.js";

interface Sample {
  readonly name: string;
  readonly sizes?: readonly number[];
}

const sample = fields<Sample>({ name: text, sizes: maybe(list(whole)) });

test.each([
  ["a string", text, "a", 3],
  ["a flag", flag, false, 0],
  ["a whole number", whole, -3, 1.5],
  ["an object", record, {}, []],
  ["a word", word("on", "off"), "on", "ON"],
  ["a list", list(text), ["a"], ["a", 1]],
  ["a table", table(whole), { a: 1 }, { a: "1" }],
  ["one or none", maybe(text), undefined, null],
  ["one or null", nullable(text), null, undefined],
  ["either", either(text, whole), 3, true],
  ["fields", sample, { name: "a", sizes: [1], more: true }, { name: "a", sizes: 1 }],
])("%s: the one passes, the other does not", (_name, schema, good, bad) => {
  expect(schema(good, "x")).toBeUndefined();
  expect(schema(bad, "x")).toMatch(/^x.*: got /);
});

test("the place of what is wrong is said", () => {
  expect(sample({ name: "a", sizes: [1, "2"] }, "sample")).toBe(
    'sample.sizes[1]: got "2", wanted a whole number',
  );
  expect(sample({}, "sample")).toBe("sample.name: got nothing, wanted a string");
  expect(sample({ name: "x".repeat(10), sizes: "y".repeat(500) }, "s")!.length).toBeLessThan(150);
});
