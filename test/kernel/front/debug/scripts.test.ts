import { expect, test } from "vitest";
import { CellCompiler } from "../../../../kernel/src/compile/index.js";
import { codePath } from "../../../../kernel/src/front/debug/code-path.js";
import { Scripts } from "../../../../kernel/src/front/debug/scripts.js";
import { Sources } from "../../../../kernel/src/front/debug/sources.js";
import { uncompiled } from "./uncompiled.js";

const source = "const a: number = 1;\na";
const cell = new CellCompiler().compile(source, 1);
const scripts = new Scripts((url) => (url === "cell-1.ts" ? cell : undefined), "/notebooks/first");
const kernelUrl = new URL("../../../../kernel/", import.meta.url).href;
const add = (scriptId: string, url: string, length = 1) => scripts.add({ scriptId, url, length } as never);

test.each([
  ["cell-1.ts", cell.code.length, "cell"],
  ["cell-1.ts", cell.code.length + 1, "hidden"],
  ["cell-2.ts", 1, "hidden"],
  ["file:///notebooks/first/helper.js", 1, "own"],
  ["/notebooks/first/sub/helper.cjs", 1, "own"],
  ["file:///notebooks/first/node_modules/a/index.js", 1, "library"],
  ["file:///notebooks/second/helper.js", 1, "library"],
  ["node:fs", 1, "hidden"],
  ["", 1, "hidden"],
  [`${kernelUrl}dist/main.js`, 1, "hidden"],
])("%s of length %i is %s", (url, length, whose) => {
  expect(add(url, url, length).whose).toBe(whose);
});

test.each([
  ["cell-1.ts", false, false],
  ["file:///notebooks/first/helper.js", false, false],
  ["file:///notebooks/first/node_modules/a/index.js", true, false],
  ["file:///elsewhere/library.js", true, false],
  ["node:internal/timers", true, true],
  ["vitrine-debugger", true, true],
  [`${kernelUrl}dist/main.js`, true, true],
])("stepping passes over %s: %s, with libraries: %s", (url, onlyMine, all) => {
  const passes = (only: boolean): boolean =>
    scripts.passedOver(only).some((one) => new RegExp(one).test(url));
  expect(passes(true)).toBe(onlyMine);
  expect(passes(false)).toBe(all);
});

test("the places of a cell are those as typed", () => {
  add("7", "cell-1.ts", cell.code.length);
  const lineNumber = cell.code.split("\n").findIndex((line) => line.startsWith("a"));
  expect(scripts.typed({ scriptId: "7", lineNumber, columnNumber: 0 })).toEqual({ line: 2, column: 1 });
  expect(scripts.get("never told of").whose).toBe("hidden");
  expect(scripts.at(codePath(source)).map(({ id }) => id)).toContain("7");
});

test("texts: of cells, loaded or noted, and of loaded files alone", async () => {
  const post = () => Promise.resolve({ scriptSource: "the file" });
  const sources = new Sources(post, scripts, uncompiled);
  add("8", "file:///notebooks/first/helper.js");
  expect(await sources.text(codePath(source))).toEqual({ content: source, mimeType: "text/typescript" });
  const path = sources.note("let b: string");
  expect(await sources.text(path)).toMatchObject({ content: "let b: string" });
  expect(await sources.text("/notebooks/first/helper.js")).toMatchObject({ content: "the file" });
  await expect(sources.text("/etc/hostname")).rejects.toThrow("no source of this name has been loaded");
  expect(sources.modules().modules[0]).toMatchObject({ name: "helper.js" });
});

test("where a cell can stop is known once its text is, unless it is no TypeScript", async () => {
  const sources = new Sources(() => expect.unreachable(), scripts, uncompiled);
  expect(await sources.places(codePath("1 + 1"))).toBeUndefined();
  expect((await sources.places(sources.note("1 + 1")))?.onLine(1)?.line).toBe(1);
  expect(await sources.places(sources.note("1 +"))).toBeUndefined();
});

test("all are forgotten together", () => {
  scripts.clear();
  expect(scripts.files()).toEqual([]);
});
