import { expect, test } from "vitest";
import {
  complete,
  inspect,
  type Match,
  type RuntimeScope,
  type TypedLanguage,
} from "../../../kernel/src/language/index.js";

/** A session in which `map` is an object. */
const scope: RuntimeScope = {
  names: () => Promise.resolve(["map", "mapped"]),
  properties: () =>
    Promise.resolve([
      { name: "size", kind: "property" },
      { name: "addedLater", kind: "property" },
      { name: "toString", kind: "function" },
    ]),
  describe: (expression) =>
    Promise.resolve(expression === "map" ? { type: "Object", preview: "Object {size: 3}" } : undefined),
};

/** Types that say the same whatever they are asked. */
function types(matches: readonly Match[] | undefined, hover?: string): TypedLanguage {
  return { complete: () => Promise.resolve(matches), hover: () => Promise.resolve(hover) };
}

const size: Match = { text: "size", type: "property", signature: "size: number", documentation: "In Å." };
const texts = async (code: string, known: TypedLanguage): Promise<string[]> =>
  (await complete(code, code.length, scope, known)).matches.map(({ text }) => text);

test("typed members come first, with all that is known; what exists only at run time follows", async () => {
  const { matches, start } = await complete("map.", 4, scope, types([size]));
  expect(matches).toEqual([size, { text: "addedLater", type: "property" }]);
  expect(start).toBe(4);
});

test("where the types know nothing the session speaks alone", async () => {
  expect(await texts("map.", types([]))).toEqual(["size", "addedLater", "toString"]);
  expect(await texts("map.", types(undefined))).toEqual(["size", "addedLater", "toString"]);
  expect(await texts("ma", types(undefined))).toEqual(["map", "mapped"]);
});

test("members of an options object are not mixed with every name there is", async () => {
  expect(await texts("read({ ma", types([{ text: "maxSize", type: "property" }]))).toEqual(["maxSize"]);
});

test("texts that the types allow are offered, and packages beside Node's own modules", async () => {
  expect(await texts('f({ mode: "fa', types([{ text: "fast", type: "variable" }]))).toEqual(["fast"]);
  expect(await texts('import {} from "node:uti', types([{ text: "node:util", type: "module" }]))).toEqual([
    "node:util",
    "node:util/types",
  ]);
  expect(await texts('import {} from "vitrine/io', types([{ text: "io", type: "module" }]))).toEqual([
    "vitrine/io",
  ]);
});

test("inspection shows type and documentation, and below them the value", async () => {
  const hover = "```typescript\n(alias) let map: Sized\nimport map\n```\nA map. *@see* that";
  const seen = await inspect("map", 3, scope, { types: types(undefined, hover) });
  expect(seen.markdown).toBe(
    "```ts\nlet map: Sized\n```\nA map. *@see* that\n\n```ts\nObject {size: 3}\n```",
  );
  expect(seen.text).toBe("let map: Sized\nA map. @see that\n\nObject {size: 3}\n");
});

test("either stands alone where the other is missing", async () => {
  const typed = await inspect("other", 5, scope, {
    types: types(undefined, "```typescript\nlet other: 1\n```"),
  });
  expect(typed.markdown).toBe("```ts\nlet other: 1\n```");
  const live = await inspect("map", 3, scope, { types: types(undefined, "") });
  expect(live.markdown).toBe("```ts\nmap: Object\nObject {size: 3}\n```");
  expect(await inspect("other", 5, scope, { types: types(undefined, "") })).toEqual({ found: false });
});
