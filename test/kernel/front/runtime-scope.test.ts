import { Session } from "node:inspector";
import { expect, test } from "vitest";
import { createRuntimeScope, type Post } from "../../../kernel/src/front/runtime-scope.js";

const inspector = new Session();
inspector.connect();
const post: Post = (method, params) =>
  new Promise((resolve, reject) =>
    inspector.post(method, params, (error, answer) => (error === null ? resolve(answer) : reject(error))),
  );
const scope = createRuntimeScope(post);
Object.assign(globalThis, {
  sample: {
    voxelSizeA: 1.06,
    shape: [1, 2],
    describe() {},
    Part: class Part {},
    get trap() {
      return ((globalThis as { touched?: number }).touched = 1);
    },
  },
  add: (a: number, b = 1) => a + b,
  large: new Float32Array(2 ** 22),
  endless: {
    get inner(): never {
      for (;;);
    },
  },
});

test("names hold globals", async () => {
  expect(await scope.names()).toEqual(expect.arrayContaining(["sample", "Math", "large"]));
});

test("properties with their kinds, inherited ones too, and no getter runs", async () => {
  const found = await scope.properties("sample");
  expect(found).toEqual(
    expect.arrayContaining([
      { name: "voxelSizeA", kind: "property" },
      { name: "describe", kind: "function" },
      { name: "Part", kind: "class" },
      { name: "trap", kind: "property" },
      { name: "hasOwnProperty", kind: "function" },
    ]),
  );
  expect(await scope.properties("sample.trap")).toBeUndefined();
  expect((globalThis as { touched?: number }).touched).toBeUndefined();
});

test("of an array its methods and not its elements; of text its methods", async () => {
  const names = (await scope.properties("large"))!.map(({ name }) => name);
  expect(names).toContain("subarray");
  expect(names).not.toContain("0");
  expect((await scope.properties("'a'"))!.map(({ name }) => name)).toContain("toUpperCase");
});

test.each([
  "nowhere",
  "sample.missing.more",
  "sample.",
  "globalThis.made = 1",
  "endless.inner",
  "(() => { for (;;); })()",
])("%s has no properties, and no effect", async (expression) => {
  expect(await scope.properties(expression)).toBeUndefined();
  expect("made" in globalThis).toBe(false);
});

test.each([
  ["sample.voxelSizeA", { type: "number", preview: "1.06" }],
  ["'text'", { type: "string", preview: '"text"' }],
  ["null", { type: "null", preview: "null" }],
  ["sample.shape", { type: "Array", preview: "Array(2) [1, 2]" }],
  ["add", { type: "function", preview: "(a, b = 1)", signature: "(a, b = 1)" }],
])("%s is described", async (expression, expected) => {
  expect(await scope.describe(expression)).toEqual(expected);
});

test("a thread that does not answer is not waited for", async () => {
  const deaf = createRuntimeScope(() => new Promise(() => {}));
  expect(await deaf.properties("a")).toBeUndefined();
});
