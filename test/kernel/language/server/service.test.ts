import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../../../support/temporary.js";
import { cellsIn, type Cells } from "./cells.js";

const folder = temporaryFolder();
const notes = join(folder, "a ö", "notes");
let cells: Cells;

function packageAt(place: string, name: string, files: Readonly<Record<string, string>>): void {
  const at = join(place, "node_modules", name);
  mkdirSync(at, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(at, file), text);
}

beforeAll(() => {
  mkdirSync(notes, { recursive: true });
  writeFileSync(join(notes, "near.ts"), "export const near: number = 1;");
  writeFileSync(join(notes, "plain.mjs"), "export const plain = { a: 1 };");
  writeFileSync(join(notes, "data.json"), '{"size": 3}');
  writeFileSync(join(folder, "a ö", "above.ts"), "export const above = 'text';");
  packageAt(notes, "untyped", { "package.json": '{"main": "main.js"}', "main.js": "exports.a = 1" });
  packageAt(folder, "typed", {
    "package.json": '{"type": "module", "exports": {"types": "./main.d.ts", "default": "./main.js"}}',
    "main.js": "export const width = 1",
    "main.d.ts": "export declare const width: number;",
  });
  cells = cellsIn(notes);
});
afterAll(() => cells.service.stop());

describe("what is wrong is found at its place", () => {
  test.each([
    ["a value of another type", 'const wrong: number = "a";', ["1:7 TS2322"]],
    ["a property that is not there, in the second line", "const o = { a: 1 };\no.b", ["2:3 TS2339"]],
    ["a name that nobody declared", "nobody", ["1:1 TS2304"]],
    ["astral characters before it", "const 𝓐 = '𝓑'; 𝓐.size", ["1:21 TS2339"]],
    ["a module that is not there", 'import { x } from "./missing.js"; x', ["1:19 TS2307"]],
    ["an import that the module does not give", 'import { far } from "./near.ts"; far', ["1:10 TS2305"]],
    ["a property of a parameter object", "[{ a: 1 }].map((p) => p.b)", ["1:25 TS2339"]],
  ])("%s", async (_what, source, found) => {
    expect(await cells.run(source)).toEqual(found);
  });
});

describe("what cells may do is no finding", () => {
  test.each([
    ["a value at the end", "1 + 1\n;[1, 2].length"],
    ["an object as value", "const k1 = 1;", "{ k1, other: 2 }"],
    ["parameters without types", "const both = (a, b) => a + b; function third(x) { return x.y }"],
    ["lists that grow", "const list = []; list.push(1);", "list.push('a'); list.length"],
    ["a label, and lines that are never reached", "outer: for (;;) { break outer; }", "{ throw 1; 2 }"],
    [
      "waiting at the top",
      "const w1 = await Promise.resolve(1); for await (const v of [1]) v",
      "w1.toFixed()",
    ],
    [
      "another type under the same name",
      "let n1 = 1;",
      "n1++; n1 = 5; n1 += 1;",
      "const n1 = 'a';",
      "n1.at(0)",
    ],
    ["a constant that is assigned, as the session allows", "const c1: number = 1;", "c1 = 2;"],
    ["a class again", "class C1 { a = 1 }", "new C1().a", "class C1 { b = 1 }", "new C1().b"],
    [
      "an interface again",
      "interface I1 { a: 1 }",
      "const i1: I1 = { a: 1 }",
      "interface I1 { b: 1 }",
      "const i2: I1 = { b: 1 }",
    ],
    ["an enum", "enum E1 { A, B }", "const e1: E1 = E1.A; e1 === E1.A"],
    [
      "types with parameters",
      "type Pair<T> = [T, T]; class Box<T> { inner!: T }",
      "const p1: Pair<number> = [1, 2]; new Box<string>().inner?.at(0)",
    ],
    [
      "a namespace",
      "namespace N1 { export const a = 1; export interface B { c: number } }",
      "const nb: N1.B = { c: N1.a }",
    ],
    [
      "patterns",
      "const { q1, r: { s1 }, ...t1 } = { q1: 1, r: { s1: 2 }, u: 3 }; let [v1 = 2] = [1];",
      "q1 + s1 + t1.u + v1",
    ],
    ["declare", "declare const outside: { a: number };", "outside.a"],
    ["var in a block", "if (true) { var inBlock = 1 }", "inBlock.toFixed()"],
    [
      "export",
      "export const x1 = 1; export function f1() { return 1 }\nexport type T1 = number; export default 5",
      "const t2: T1 = x1 + f1();",
    ],
    ["a symbol as key", "const s1k = Symbol(); const keyed = { [s1k]: 1 };", "keyed[s1k].toFixed()"],
    [
      "type predicates",
      "function isText(x: unknown): x is string { return true } function sure(x: unknown): asserts x {}",
      "const any1: unknown = 1; sure(any1); if (isText(any1)) any1.at(0)",
    ],
    [
      "what every cell has",
      "display(1); input('?', { password: true }); cell.signal.aborted; cell.progress({ stage: 'a', done: 1 }); comm.openComms(); clearOutput(true); prompt('a').length; require('node:fs').readFileSync",
    ],
    ["names of its own for these", "const display = 1; function input() {} let cell = 2;", "display + cell"],
    [
      "Node",
      "process.version; Buffer.from('a'); setTimeout(() => {}, 1); new URL('a:b'); await fetch; structuredClone(1)",
      'import { readFileSync } from "node:fs"; import path from "path"; path.sep',
      "readFileSync",
    ],
    [
      "imports beside the notebook",
      'import { near } from "./near.ts"; import { above } from "../above.ts"; import data from "./data.json" with { type: "json" };',
      "near.toFixed(); above.at(0); data.size.toFixed()",
    ],
    ["JavaScript beside the notebook", 'import { plain } from "./plain.mjs";', "plain.a.toFixed()"],
    [
      "a package without types",
      'import untyped, { a as ua } from "untyped"; import * as all from "untyped";',
      "untyped.b.c; ua.d; all.e",
    ],
    [
      "a package further up",
      'import { width } from "typed"; width.toFixed()',
      "const later = await import('typed'); later.width",
    ],
    [
      "names of the whole module",
      'import * as fs from "node:fs";',
      "const st: fs.Stats | undefined = undefined; fs.existsSync('a')",
    ],
    [
      "the kernel's own parts",
      'import { displaySymbol } from "@vitrine/kernel/cell"; const shown = { [displaySymbol]: () => ({}) }',
    ],
    [
      "types only",
      'import type { Stats } from "node:fs"; import { type Dirent, existsSync } from "node:fs";',
      "let st2: Stats | Dirent | undefined; existsSync('a')",
    ],
    ["text that looks like code", "`\nexport const a = ${1}\nimport x from 'y'`"],
    ["nothing at all", "", "// only words"],
    ["line ends of every kind", "const le1 = 1\r\nconst le2 = 2\rconst le3 = 3", "le1 + le2 + le3"],
  ])("%s", async (_what, ...sources) => {
    for (const source of sources) expect(await cells.run(source), source).toEqual([]);
  });
});

test("a redeclared name has the type of its last declaration", async () => {
  await cells.run("const shape = [1, 2];");
  expect(await cells.run("shape.z")).toEqual(["1:7 TS2339"]);
  await cells.run("const shape = { z: 1 };");
  expect(await cells.run("shape.z")).toEqual([]);
  expect(await cells.run("shape.length")).toEqual(["1:7 TS2339"]);
});

test("what came to be after the server looked is found", async () => {
  expect(await cells.run('import { late } from "./late.js"; late')).toEqual(["1:22 TS2307"]);
  writeFileSync(join(notes, "late.js"), "export const late = 1;");
  expect(await cells.run('import { late } from "./late.js"; late')).toEqual([]);
  expect(await cells.run('import { made } from "made"; made')).toEqual(["1:22 TS2307"]);
  packageAt(notes, "made", {
    "package.json": '{"main": "main.js"}',
    "main.js": "exports.made = 1",
    "main.d.ts": "export const made: 1;",
  });
  expect(await cells.run('import { made } from "made"; made.toFixed()')).toEqual([]);
});

test("a missing name is told, so that the running session can be asked", async () => {
  const found = await cells.service.check({ source: "onlyThere", declares: [] });
  expect(found).toMatchObject([{ missing: "onlyThere" }]);
});

test("what is written about a variable is there in later cells", async () => {
  await cells.run(
    "1;\n/** Size of a voxel, in Å. */\nlet sizeA = 1.5;\n/** A map. */\nconst map = new Map<string, typeof sizeA>();",
  );
  expect(await cells.service.hover("sizeA + 1", 0)).toContain("Size of a voxel, in Å.");
  expect(await cells.service.hover("map.size", 0)).toContain("A map.");
});

test("a check sees the cells that had run when it was asked, however late its turn", async () => {
  const { service } = cellsIn(notes);
  onTestFinished(() => service.stop());
  service.commit({ source: "let turn = 1;", declares: ["turn"] });
  const first = service.check({ source: "turn.toFixed()", declares: [] });
  service.commit({ source: 'let turn = "a";', declares: ["turn"] });
  const second = service.check({ source: "turn.toFixed()", declares: [] });
  expect(await first).toEqual([]);
  expect((await second)?.map(({ code }) => code)).toEqual([2551]);
});
