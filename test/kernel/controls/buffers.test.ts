import fc from "fast-check";
import { expect, test } from "vitest";
import { putBuffers, takeBuffers } from "../../../kernel/src/controls/buffers.js";

/** A view that starts in the middle of its buffer. */
const middle = new Uint8Array([0, 1, 2, 3, 4, 5]).subarray(2, 5);

test("binary parts leave records and leave null in arrays", () => {
  const state = { a: middle, b: { c: [1, middle, { d: middle.buffer }] }, e: "x", f: null, g: undefined };
  const before = structuredClone(state);
  const { state: rest, paths, buffers } = takeBuffers(state);
  expect(rest).toEqual({ b: { c: [1, null, {}] }, e: "x", f: null });
  expect(paths).toEqual([["a"], ["b", "c", 1], ["b", "c", 2, "d"]]);
  expect(buffers).toEqual([middle, middle, middle.buffer]);
  expect(state).toEqual(before);
});

test("what was taken out goes back in", () => {
  const bytes = fc.uint8Array({ maxLength: 4 });
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.integer(),
      fc.string(),
      fc.constant(null),
      bytes,
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(fc.string(), tie("tree"), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  const state = fc.dictionary(fc.string(), tree, { maxKeys: 4, noNullPrototype: true });
  fc.assert(
    fc.property(state, (whole) => {
      const { state: rest, paths, buffers } = takeBuffers(whole);
      const frozen = deepFrozen(JSON.parse(JSON.stringify(rest)));
      expect(putBuffers(frozen, paths, buffers)).toEqual(whole);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test.each([
  [["nowhere", "x"], {}],
  [["list", 5], {}],
  [["list", "x"], {}],
  [["__proto__", "polluted"], {}],
])("a path that leads nowhere, %j, harms nothing", (path) => {
  const state = { list: [1] };
  expect(putBuffers(state, [path], [middle])).toEqual(state);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("dates become JSON by themselves", () => {
  const when = new Date(0);
  expect(takeBuffers({ when }).state.when).toBe(when);
});

function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}
