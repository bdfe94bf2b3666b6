import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesBelow, readText, repositoryRoot, sourceFiles, type TextFile } from "../support/tree.js";
import { heavyAtStart, importCycles } from "./import-ways.js";
import { globalViolations, importsOf, importViolations } from "./import-rules.js";
import { notebookViolations } from "./notebook-imports.js";
import { rooms } from "./rooms.js";

const sources = sourceFiles();

function declaredIn(workspace: string): ReadonlySet<string> {
  const manifest = JSON.parse(readFileSync(join(repositoryRoot, workspace, "package.json"), "utf8")) as {
    readonly name: string;
    readonly dependencies?: Record<string, string>;
    readonly devDependencies?: Record<string, string>;
  };
  // what the labextension bundles is there when it is built, not when it is installed
  const bundled = workspace === "widgets" ? manifest.devDependencies : {};
  return new Set(Object.keys({ ...manifest.dependencies, ...bundled }));
}

describe("the tree keeps the table of who may import whom", () => {
  test("every import is one that its room may make", () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(50);
    expect(importViolations(sources, declaredIn)).toEqual([]);
  });

  test("Node's globals stay where Node's modules may be", () => {
    expect(globalViolations(sources)).toEqual([]);
  });

  test("no files import one another in a circle", () => {
    expect(importCycles(sources)).toEqual([]);
  });

  test("nothing heavy is loaded when JupyterLab starts", () => {
    expect(heavyAtStart(sources)).toEqual([]);
  });

  test("notebooks use public entry points only", () => {
    const notebooks = filesBelow("notebooks", (path) => path.endsWith(".ipynb"));
    const isEntry = (folder: string): boolean => existsSync(join(repositoryRoot, folder, "index.ts"));
    expect(notebooks.flatMap((path) => notebookViolations(readText(path), isEntry))).toEqual([]);
  });

  test("every room that the table lets someone import is itself in the table", () => {
    const known = new Set(rooms.map(({ folder }) => folder));
    const named = rooms.flatMap(({ imports, types = [] }) => [...imports, ...types]);
    expect(named.filter((name) => !name.endsWith("/*") && !known.has(name))).toEqual([]);
  });
});

/** A small tree in which one file is as given; what the checker says about it. */
function said(path: string, text: string): string[] {
  const stubs: TextFile[] = [
    "lib/src/core/index.ts",
    "lib/src/core/units.ts",
    "lib/src/array/index.ts",
    "lib/src/io/index.ts",
    "lib/src/model/index.ts",
    "lib/src/fourier/index.ts",
    "lib/src/inverse/index.ts",
    "lib/src/simulate/index.ts",
    "lib/src/stages/ctf/index.ts",
    "lib/src/stages/motion/index.ts",
    "lib/src/index.ts",
    "kernel/src/cell/index.ts",
    "kernel/src/wire/index.ts",
    "widgets/src/protocol/index.ts",
    "widgets/src/host/index.ts",
  ].map((stub) => ({ path: stub, text: "export const x = 1;\n" }));
  const files = [...stubs.filter((stub) => stub.path !== path), { path, text }];
  return [...importViolations(files, declaredIn), ...globalViolations(files), ...importCycles(files)];
}

describe("the checker finds what is forbidden", () => {
  test.each([
    ["core imports nothing", "lib/src/core/a.ts", 'import { x } from "../array/index.js";', "may not import"],
    ["also as a type", "lib/src/core/a.ts", 'import type { x } from "../array/index.js";', "may not import"],
    ["also re-exported", "lib/src/core/a.ts", 'export { x } from "../array/index.js";', "may not import"],
    ["also by import()", "lib/src/core/a.ts", 'await import("../array/index.js");', "may not import"],
    ["also as import type", "lib/src/core/a.ts", 'type A = import("../array/index.js").A;', "may not import"],
    ["also by package name", "lib/src/core/a.ts", 'import { x } from "vitrine/array";', "may not import"],
    ["lib and kernel", "lib/src/model/a.ts", 'import { x } from "@vitrine/kernel/cell";', "may not import"],
    ["lib and widgets", "lib/src/model/a.ts", 'import { x } from "@vitrine/widgets/host";', "may not import"],
    ["kernel and lib", "kernel/src/session/a.ts", 'import { x } from "vitrine";', "may not import"],
    ["cell and wire", "kernel/src/cell/a.ts", 'import { x } from "../wire/index.js";', "may not import"],
    [
      "view and kernel",
      "widgets/src/view/a.ts",
      'import { x } from "@vitrine/kernel/cell";',
      "may not import",
    ],
    ["view and host", "widgets/src/view/a.ts", 'import { x } from "../host/index.js";', "may not import"],
    ["view and whole lib", "widgets/src/view/a.ts", 'import { x } from "vitrine";', "may not import"],
    [
      "protocol takes no values",
      "widgets/src/protocol/a.ts",
      'import { x } from "vitrine/model";',
      "may not",
    ],
    ["two stages", "lib/src/stages/ctf/a.ts", 'import { x } from "../motion/index.js";', "may not import"],
    ["stage and io", "lib/src/stages/ctf/a.ts", 'import { x } from "../../io/index.js";', "may not import"],
    [
      "stage and simulate",
      "lib/src/stages/ctf/a.ts",
      'import { x } from "vitrine/simulate";',
      "may not import",
    ],
    ["the side door", "lib/src/array/a.ts", 'import { x } from "../core/units.js";', "through its index.ts"],
    ["Node in lib", "lib/src/fourier/a.ts", 'import { readFile } from "node:fs/promises";', "module of Node"],
    ["Node without node:", "lib/src/io/a.ts", 'import { readFile } from "fs";', "module of Node"],
    ["Node in a view", "widgets/src/draw/a.ts", 'import { join } from "node:path";', "module of Node"],
    ["Buffer in lib", "lib/src/io/a.ts", "export const b = Buffer.from([1]);", "exists in Node only"],
    ["process in a view", "widgets/src/view/a.ts", "export const e = process.env;", "exists in Node only"],
    ["nothing there", "lib/src/io/a.ts", 'import { x } from "./gone.js";', "leads to no source file"],
    ["no such entry", "kernel/src/cell/a.ts", 'import { x } from "vitrine/dist/core";', "leads to no source"],
    ["undeclared package", "lib/src/io/a.ts", 'import x from "left-pad";', "not among the dependencies"],
    [
      "sockets elsewhere",
      "kernel/src/front/a.ts",
      'import { Router } from "zeromq";',
      "only kernel/src/wire",
    ],
    [
      "Jupyter in a view",
      "widgets/src/view/a.ts",
      'import x from "@jupyter-widgets/base";',
      "only widgets/src",
    ],
    ["no such room", "lib/src/utils/a.ts", "export const x = 1;", "belongs to no room"],
    ["a file itself", "lib/src/core/a.ts", 'import { x } from "./a.js";', "lib/src/core/a.ts"],
  ])("%s", (_, path, text, sentence) => {
    const all = said(path, text);
    expect(all.length).toBe(1);
    expect(all[0]).toContain(sentence);
    expect(all[0]).toContain(path);
  });

  test("a circle of three", () => {
    const ring = ["a", "b", "c"].map((name, i) => ({
      path: `lib/src/core/${name}.ts`,
      text: `import type { x } from "./${["b", "c", "a"][i]}.js";`,
    }));
    expect(importCycles(ring)).toEqual(["lib/src/core/a.ts <-> lib/src/core/b.ts <-> lib/src/core/c.ts"]);
  });

  test("a heavy package at the end of a way of plain imports", () => {
    const way = (how: string): TextFile[] => [
      { path: "widgets/src/labextension/plugin.ts", text: how },
      { path: "widgets/src/view/a/index.ts", text: 'export { b } from "../b.js";' },
      { path: "widgets/src/view/b.ts", text: 'import x from "plotly.js-cartesian-dist-min";' },
    ];
    const plain = heavyAtStart(way('import { b } from "../view/a/index.js";'));
    expect(plain).toHaveLength(1);
    expect(plain[0]).toMatch(/^widgets.src.labextension.*a.index\.ts > .*b\.ts > plotly/);
    expect(heavyAtStart(way('await import("../view/a/index.js");'))).toEqual([]);
    expect(heavyAtStart(way('import type { b } from "../view/a/index.js";'))).toEqual([]);
  });

  test("a notebook that reaches behind the entry points", () => {
    const cell = (source: string): TextFile => ({
      path: "notebooks/a.ipynb",
      text: JSON.stringify({ cells: [{ cell_type: "code", source: [source] }] }),
    });
    const isEntry = (folder: string): boolean => folder === "lib/src/fourier" || folder === "lib/src";
    expect(notebookViolations(cell('import { x } from "../lib/src/core/units.js"'), isEntry)).toHaveLength(1);
    expect(notebookViolations(cell('import { x } from "vitrine/fourier/rfft"'), isEntry)).toHaveLength(1);
    expect(notebookViolations(cell('import { x } from "@vitrine/kernel/wire"'), isEntry)).toHaveLength(1);
    expect(notebookViolations(cell('import { x } from "vitrine/fourier"'), isEntry)).toEqual([]);
    expect(notebookViolations(cell('import { x } from "vitrine"'), isEntry)).toEqual([]);
  });
});

describe("the checker lets pass what is allowed", () => {
  test.each([
    ["core in array", "lib/src/array/a.ts", 'import { x } from "../core/index.js";'],
    ["a type from model in protocol", "widgets/src/protocol/a.ts", 'import type { x } from "vitrine/model";'],
    ["inverse in a stage", "lib/src/stages/ctf/a.ts", 'import { x } from "../../inverse/index.js";'],
    [
      "cell and lib in host",
      "widgets/src/host/a.ts",
      'import { x } from "@vitrine/kernel/cell"; import { y } from "vitrine";',
    ],
    [
      "Node in io/node",
      "lib/src/io/node/a.ts",
      'import { open } from "node:fs/promises"; export const p = process;',
    ],
    [
      "a name like a global's",
      "lib/src/io/a.ts",
      "export function f(process: number): number { return process; }",
    ],
    [
      "a property like a global's",
      "lib/src/io/a.ts",
      "export const a = { process: 1 }; export const b = a.process;",
    ],
    [
      "a file by its address",
      "kernel/src/main.ts",
      'new Worker(new URL("./wire/index.js", import.meta.url));',
    ],
    [
      "plotly on demand",
      "widgets/src/view/a.ts",
      'export const p = () => import("plotly.js-cartesian-dist-min");',
    ],
  ])("%s", (_, path, text) => expect(said(path, text)).toEqual([]));
});
