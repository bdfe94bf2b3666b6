import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ExecuteReply } from "../../kernel/src/messages/index.js";
import { KernelClient } from "../support/kernel-client.js";
import { temporaryFolder } from "../support/temporary.js";

const folder = temporaryFolder();
const files: Readonly<Record<string, string>> = {
  "local.mjs":
    "export const kind = 'esm'; export default class Map { size = 3 } export let live = 1; export const grow = () => live++;",
  "awaits.mjs": "export const later = await new Promise((done) => setTimeout(() => done('awaited'), 5));",
  "common.cjs": "exports.kind = 'cjs'; exports.nested = { deep: 1 };",
  "data.json": '{ "voxelSizeA": 1.06 }',
  "throws.mjs": "throw new RangeError('at load');",
  "node_modules/both/package.json":
    '{ "name": "both", "exports": { ".": { "import": "./main.mjs", "require": "./main.cjs" }, "./sub": "./sub.mjs" } }',
  "node_modules/both/main.mjs": "export const from = 'import';",
  "node_modules/both/main.cjs": "exports.from = 'require';",
  "node_modules/both/sub.mjs": "export const from = 'sub';",
  "node_modules/@scope/plain/package.json": '{ "name": "@scope/plain", "main": "index.js" }',
  "node_modules/@scope/plain/index.js": "module.exports = function plain() { return 'plain'; };",
};

let kernel: KernelClient;
beforeAll(async () => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  kernel = await KernelClient.start({ cwd: folder });
});
afterAll(() => kernel.stop());

/** Runs cells one after the other; the text of the last one's value. */
async function values(...cells: string[]): Promise<string | undefined> {
  for (const cell of cells.slice(0, -1)) {
    const { reply } = await kernel.execute(cell);
    if (reply.status === "error") throw new Error(`${cell}\n${reply.traceback.join("\n")}`);
  }
  return kernel.value(cells.at(-1)!);
}

async function traceback(code: string): Promise<readonly string[]> {
  const { reply } = await kernel.execute(code);
  return (reply as Extract<ExecuteReply, { readonly status: "error" }>).traceback;
}

test.each([
  ["a module beside the notebook", "'esm'", ["import { kind } from './local.mjs'; kind"]],
  [
    "its default and its other name",
    "3",
    ["import Volume, { kind as sort } from './local.mjs'; new Volume().size"],
  ],
  ["all of it as one", "'esm'", ["import * as local from './local.mjs'; local.kind"]],
  [
    "a name that the module changes later",
    "2",
    ["import { live, grow } from './local.mjs'; grow()", "(await import('./local.mjs')).live"],
  ],
  ["for its effect alone", "1", ["import './local.mjs'; 1"]],
  ["one that awaits at its top level", "'awaited'", ["import { later } from './awaits.mjs'; later"]],
  ["CommonJS by name", "'cjs'", ["import { kind } from './common.cjs'; kind"]],
  ["CommonJS as a default", "1", ["import common from './common.cjs'; common.nested.deep"]],
  ["CommonJS by require", "1", ["require('./common.cjs').nested.deep"]],
  ["JSON", "1.06", ["import data from './data.json' with { type: 'json' }; data.voxelSizeA"]],
  ["JSON by require", "1.06", ["require('./data.json').voxelSizeA"]],
  [
    "dynamically, in a function of an earlier cell",
    "'esm'",
    ["const load = (name: string) => import(name);", "(await load('./local.mjs')).kind"],
  ],
  [
    "JSON dynamically",
    "1.06",
    ["(await import('./data.json', { with: { type: 'json' } })).default.voxelSizeA"],
  ],
  [
    "a package by its condition",
    "[ 'import', 'require' ]",
    ["import { from } from 'both'; [from, require('both').from]"],
  ],
  ["a part of a package", "'sub'", ["import { from as part } from 'both/sub'; part"]],
  ["a package with a scope", "'plain'", ["import plain from '@scope/plain'; plain()"]],
  [
    "Node's own, with and without prefix",
    "true",
    ["import { sep } from 'path'; import * as p from 'node:path'; sep === p.sep"],
  ],
  [
    "types alone",
    "1",
    [
      "import type { Stats } from 'fs'; import { type Dirent } from 'node:fs'; let s: Stats | Dirent | undefined; 1",
    ],
  ],
  [
    "in the middle of a cell",
    "'cjs'",
    ["const before = 1;\nimport { kind as third } from './common.cjs';\nthird"],
  ],
])("import: %s", async (_what, expected, cells) => {
  expect(await values(...cells)).toBe(expected);
});

test.each([
  ["a module that is not there", "import './nowhere.mjs'", /ERR_MODULE_NOT_FOUND|Cannot find module/],
  ["a package that is not there", "import x from 'no-such-package-at-all'", /no-such-package-at-all/],
  ["a name that it does not export", "import { kinds } from './local.mjs'", /no export named "kinds"/],
  ["one that throws as it loads", "import './throws.mjs'", /RangeError: at load/],
])("import of %s says what is missing", async (_what, code, sentence) => {
  expect((await traceback(code)).join("\n")).toMatch(sentence);
  expect(await kernel.value("'alive'")).toBe("'alive'");
});

test.each([
  ["const", "2", ["const one = 1;", "const one = 2; one"]],
  [
    "const by let, let by var, var by const",
    "4",
    ["const two = 1;", "let two = 2;", "var two = 3;", "const two = 4; two"],
  ],
  [
    "class, with the old one's objects as they were",
    "[ 1, 2 ]",
    [
      "class Box { size() { return 1 } } const old = new Box();",
      "class Box { size() { return 2 } } [old.size(), new Box().size()]",
    ],
  ],
  [
    "enum, with other members",
    "[ undefined, 5 ]",
    ["enum Axis { X, Y }", "enum Axis { Z = 5 } [(Axis as any).X, Axis.Z]"],
  ],
  ["const enum", "1", ["const enum Mode { Off, On }", "Mode.On"]],
  [
    "interface and type, with other members",
    "3",
    [
      "interface Shape { a: number } type Id = string;",
      "interface Shape { b: string } type Id = number; const n: Id = 3; n",
    ],
  ],
  [
    "namespace",
    "2",
    ["namespace Units { export const a = 1 }", "namespace Units { export const a = 2 } Units.a"],
  ],
  [
    "function by class, class by function",
    "'function'",
    ["function turn() { return 1 }", "class turn {}", "function turn() { return 'function' } turn()"],
  ],
  [
    "what was destructured",
    "[ 3, 4 ]",
    ["const { p, q: [r] } = { p: 1, q: [2] };", "const [p, r] = [3, 4]; [p, r]"],
  ],
  [
    "a generic arrow and a satisfies",
    "5",
    [
      "const same = <T,>(value: T): T => value;",
      "const same = <T,>(value: T) => value satisfies unknown; same(5)",
    ],
  ],
])("redeclared: %s", async (_what, expected, cells) => {
  expect(await values(...cells)).toBe(expected);
});

test.each([
  [
    "for await over a generator of an earlier cell",
    "6",
    [
      "async function* steps() { for (const n of [1, 2, 3]) yield await n; }",
      "let sum = 0; for await (const n of steps()) sum += n; sum",
    ],
  ],
  [
    "await in a block, a condition and a template",
    "'yes 2'",
    ["{ await 1 } let said = 0; if (await true) said = await 2; `yes ${await said}`"],
  ],
  [
    "accessors, private members and static blocks",
    "[ 4, 7 ]",
    [
      "class Half { #n = 2; static s = 0; static { Half.s = 7 } get twice() { return this.#n * 2 } accessor = 1 } [new Half().twice, Half.s]",
    ],
  ],
  [
    "parameter properties and abstract classes",
    "3",
    [
      "abstract class Base { constructor(readonly n: number) {} abstract f(): number } class Real extends Base { f() { return this.n } } new Real(3).f()",
    ],
  ],
  [
    "overloads, optional calls, non-null and casts",
    "1",
    [
      "function f(a: string): string; function f(a: number): number; function f(a: any) { return a } (f as any)?.(1)!",
    ],
  ],
])("runs: %s", async (_what, expected, cells) => {
  expect(await values(...cells)).toBe(expected);
});

test("decorators, which V8 does not have yet, are refused at their place", async () => {
  const told = (await traceback("const mark = (x: any) => x;\n@mark class A {}")).join("\n");
  expect(told).toMatch(/SyntaxError: decorators don't run in V8 yet/);
  expect(told).toContain("@mark class A {}");
});

test("a stack begins with the user's own line, in whichever cell it lies, and holds nothing of the kernel", async () => {
  await kernel.execute(
    "interface Unused { a: number }\nfunction deep(n: number): never {\n  return JSON.parse(`{${n}`);\n}",
  );
  const told = await traceback(
    "type T = number;\nconst start = async () => {\n  await null;\n  deep(1 as T);\n};\nawait start()",
  );
  expect(told[0]).toMatch(/^SyntaxError: /);
  const frames = told.filter((line) => /^\s+at /.test(line));
  expect(frames[0]).toMatch(/at (JSON\.parse|deep)/);
  expect(told.join("\n")).toMatch(/deep \(cell-\d+\.ts:3:\d+\)[^]*start \(cell-\d+\.ts:4:\d+\)/);
  expect(told.join("\n")).not.toMatch(/node:inspector|kernel\/dist|session\//);
});

test("an error is told with its causes, and one of many with each of them", async () => {
  const causes = await traceback(
    "const inner = new TypeError('inner');\nthrow new Error('outer', { cause: new RangeError('middle', { cause: inner }) })",
  );
  expect(causes.filter((line) => /Error:/.test(line))).toEqual([
    "Error: outer",
    "caused by RangeError: middle",
    "caused by TypeError: inner",
  ]);
  const many = await traceback(
    "await Promise.any([1, 2].map((n) => Promise.reject(new RangeError(`number ${n}`))))",
  );
  expect(many[0]).toMatch(/^AggregateError: /);
  expect(many.filter((line) => /RangeError:/.test(line))).toEqual([
    "one of 2: RangeError: number 1",
    "one of 2: RangeError: number 2",
  ]);
  expect(many.join("\n")).toMatch(/cell-\d+\.ts:1:\d+/);
});

test("a cause that leads in a circle, or throws when it is read, is told all the same", async () => {
  const circle = await traceback(
    "const a = new Error('a'); const b = new Error('b', { cause: a }); (a as any).cause = b; throw a",
  );
  expect(circle.filter((line) => /Error:/.test(line)).length).toBeLessThan(6);
  const trap = await traceback(
    "throw Object.defineProperty(new Error('trap'), 'cause', { get() { throw 1 } })",
  );
  expect(trap[0]).toBe("Error: trap");
});
