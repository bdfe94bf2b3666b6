import { expect, test } from "vitest";
import { History } from "../../../kernel/src/front/history.js";

const history = new History();
["load('a.mrc')", "fsc", "load('b.mrc')", "fsc", "a*b?"].forEach((code, i) => history.add(i + 1, code));
history.setOutput(2, "0.143");
const lines = (entries: readonly (readonly [number, number, unknown])[]): number[] =>
  entries.map((entry) => entry[1]);

test("tail gives the last, all of them, or none", () => {
  expect(lines(history.find({ hist_access_type: "tail", n: 2 }))).toEqual([4, 5]);
  expect(lines(history.find({ hist_access_type: "tail", n: 99 }))).toHaveLength(5);
  expect(history.find({ hist_access_type: "tail", n: 0 })).toEqual([]);
  expect(history.find({ hist_access_type: "tail", n: null })).toHaveLength(5);
});

test("range goes up to, and not with, its stop; other sessions are gone", () => {
  expect(lines(history.find({ hist_access_type: "range", session: 0, start: 2, stop: 4 }))).toEqual([2, 3]);
  expect(lines(history.find({ hist_access_type: "range", session: 1, start: 4, stop: null }))).toEqual([
    4, 5,
  ]);
  expect(history.find({ hist_access_type: "range", session: -1, start: 1 })).toEqual([]);
});

test("search takes globs and nothing else as special", () => {
  const found = (pattern: string): number[] => lines(history.find({ hist_access_type: "search", pattern }));
  expect(found("load*")).toEqual([1, 3]);
  expect(found("f?c")).toEqual([2, 4]);
  expect(found("load('?.mrc')")).toEqual([1, 3]);
  expect(found("load(.*)")).toEqual([]);
  expect(found("a[*]b")).toEqual([]);
  expect(found("a*b?")).toEqual([5]);
});

test("a glob has no pattern that takes for ever", () => {
  const long = new History();
  long.add(1, "a".repeat(20_000));
  const start = performance.now();
  expect(long.find({ hist_access_type: "search", pattern: `${"*a".repeat(30)}*b` })).toEqual([]);
  expect(performance.now() - start).toBeLessThan(1000);
});

test.each([
  ["*", "", true],
  ["?", "", false],
  ["?", "𝓐", true],
  ["a*", "b", false],
  ["*b*d", "abcd", true],
  ["*b*d", "abcde", false],
  ["a**c", "abc", true],
  ["a\nb", "a\nb", true],
])("glob %j of %j: %s", (pattern, input, expected) => {
  const one = new History();
  one.add(1, input);
  expect(one.find({ hist_access_type: "search", pattern })).toHaveLength(expected ? 1 : 0);
});

test("unique keeps the latest of each", () => {
  expect(lines(history.find({ hist_access_type: "search", pattern: "*", unique: true }))).toEqual([
    1, 3, 4, 5,
  ]);
  expect(lines(history.find({ hist_access_type: "search", pattern: "*", n: 1 }))).toEqual([5]);
});

test("output stands beside the input", () => {
  expect(history.find({ hist_access_type: "range", start: 1, stop: 3, output: true })).toEqual([
    [1, 1, ["load('a.mrc')", null]],
    [1, 2, ["fsc", "0.143"]],
  ]);
});

test("other sessions come first, are found by number or by counting back, and this one is written to them", () => {
  const written: unknown[][] = [];
  const others = [4, 5, 9].map((session) => ({ session, line: 1, input: `in ${session}`, output: "out" }));
  const one = new History({
    session: () => 6,
    others: () => others,
    addInput: (...entry) => void written.push(entry),
    addOutput: (...entry) => void written.push(entry),
  });
  one.add(1, "now");
  one.setOutput(1, "then");
  expect(written).toEqual([
    [1, "now"],
    [1, "then"],
  ]);
  const sessions = (request: object): number[] =>
    one.find({ hist_access_type: "range", start: 1, ...request }).map(([session]) => session);
  expect(one.find({ hist_access_type: "tail" }).map(([session]) => session)).toEqual([4, 5, 9, 6]);
  expect([sessions({}), sessions({ session: 0 }), sessions({ session: 6 })]).toEqual([[6], [6], [6]]);
  expect([sessions({ session: -1 }), sessions({ session: 4 }), sessions({ session: 7 })]).toEqual([
    [5],
    [4],
    [],
  ]);
  expect(one.find({ hist_access_type: "range", session: -1, output: true })).toEqual([
    [5, 1, ["in 5", "out"]],
  ]);
});
