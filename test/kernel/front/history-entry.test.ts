import { expect, test } from "vitest";
import { asStart, asText } from "../../../kernel/src/front/history-entry.js";

test("a line tells a start, an input, an output, or nothing", () => {
  expect(asStart('{"session":3,"kernel":"k"}')).toEqual([{ session: 3, kernel: "k" }]);
  expect(asText('{"session":3,"line":1,"input":"a"}')).toEqual([{ session: 3, line: 1, input: "a" }]);
  expect(asText('{"session":3,"line":1,"output":"b"}')).toEqual([{ session: 3, line: 1, output: "b" }]);
  for (const line of ["", "{", "7", '{"session":3}', '{"session":0,"kernel":"k","line":1,"input":"a"}'])
    expect([...asStart(line), ...asText(line)]).toEqual([]);
});

test("an input that speaks of kernels starts no session", () => {
  expect(asStart(JSON.stringify({ session: 3, line: 1, input: '"kernel":' }))).toEqual([]);
});
