import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { NotebookModules } from "../../../kernel/src/session/notebook-modules.js";
import { temporaryFolder } from "../../support/temporary.js";

const api = { display: {} };
let folder = "";
let modules: NotebookModules;
beforeEach(() => {
  folder = temporaryFolder();
  modules = new NotebookModules({
    folder,
    tslab: () => api,
    requireIn: (from) => createRequire(join(from, "notebook.ts")),
  });
});
const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);

test("tslab is what it was given", () => {
  expect(modules.find("tslab")).toBe(api);
});

test.each([["node:fs"], ["zeromq"], ["./none"], ["./plain.js"], ["./plain"], ["http://host/a.ts"], ["a.ts"]])(
  "%s is left to Node",
  (specifier) => {
    write("plain.js", "exports.a = 1;");
    expect(modules.find(specifier)).toBeUndefined();
  },
);

test.each([
  ["./a"],
  ["./a.ts"],
  ["./a.js"],
  ["./deep"],
  ["./deep/index"],
  ["./deep/../a"],
  ["./v"],
  ["./m.mjs"],
])("%s is a file of TypeScript", (specifier) => {
  mkdirSync(join(folder, "deep"));
  for (const path of ["a.ts", "deep/index.ts", "v.tsx", "m.mts"])
    write(path, "export const at: string = 'there';");
  expect(modules.find(specifier)).toMatchObject({ at: "there" });
  expect(modules.find(join(folder, specifier))).toMatchObject({ at: "there" });
});

test("files import one another, each from its own folder, and what Node has", () => {
  mkdirSync(join(folder, "deep"));
  write(
    "deep/one.ts",
    "import { sep } from 'path'; import { two } from '../two'; export const one = [typeof sep, two];",
  );
  write("two.ts", "export const two = 2;");
  expect(modules.find("./one", join(folder, "deep"))).toMatchObject({ one: ["string", 2] });
});

test("files that import one another in a circle", () => {
  write("a.ts", "import { b } from './b'; export const a = () => b; export const first = 1;");
  write("b.ts", "import { first } from './a'; export const b = 2; export const late = () => first;");
  const a = modules.find("./a") as { a(): number };
  expect(a.a()).toBe(2);
  expect(modules.find("./a")).toBe(a);
});

test("a module runs once, and anew when its text or that of one it imports has changed", () => {
  modules.define("one", "import { n } from './two'; export const id = {}; export const one = n;", false);
  modules.define("two", "export const n = 2;", false);
  const before = modules.find("./one");
  expect(modules.find("./one")).toBe(before);
  modules.define("one", "import { n } from './two'; export const id = {}; export const one = n;", false);
  expect(modules.find("./one")).toBe(before);
  modules.define("two", "export const n = 3;", false);
  expect(modules.find("./one")).not.toBe(before);
  expect(modules.find("./one")).toMatchObject({ one: 3 });
});

test("a cell goes before the file of its name, and may change to JSX", () => {
  write("name.ts", "export const from = 'file';");
  expect(modules.find("./name")).toMatchObject({ from: "file" });
  modules.define("name", "export const from = 'cell';", false);
  expect(modules.find("./name")).toMatchObject({ from: "cell" });
  modules.define("name", "/** @jsx h */ const h = (t: string) => t; export const from = <jsx/>;", true);
  expect(modules.find("./name")).toMatchObject({ from: "jsx" });
});

test("a module that fails runs again at the next import", () => {
  modules.define("fails", "throw new RangeError('no');", false);
  expect(() => modules.find("./fails")).toThrow(RangeError);
  expect(() => modules.find("./fails")).toThrow(RangeError);
  modules.define("fails", "export const now = 'well';", false);
  expect(modules.find("./fails")).toMatchObject({ now: "well" });
});

test("JSON is its value and its properties", () => {
  write("data.json", '{ "a": [1, 2] }');
  expect(modules.find("./data.json")).toEqual({ a: [1, 2], default: { a: [1, 2] } });
  modules.define("uses", "import data from './data.json'; export const last = data.a[1];", false);
  expect(modules.find("./uses")).toMatchObject({ last: 2 });
});
