import { describe, expect, test } from "vitest";
import { CellSyntaxError } from "../../../kernel/src/compile/index.js";
import { folder, Repl, strippers } from "./repl.js";

/** Declarations of `x` as each kind of thing, and what tells that it took effect. */
const kinds: [string, string, string, unknown][] = [
  ["const", "const x = 1", "x", 1],
  ["let", "let x: number = 2", "x", 2],
  ["var", "var x = 3", "x", 3],
  ["function", "function x(): number { return 4 }", "x()", 4],
  ["async function", "async function x() { return 5 }", "await x()", 5],
  ["generator", "function* x() { yield 6 }", "[...x()][0]", 6],
  ["class", "class x { static v = 7; static w = x.v }", "x.w", 7],
  ["enum", "enum x { A = 8 }", "Object.keys(x).join()", "8,A"],
  ["pattern", "const { x, ...others } = { x: 9, y: 1 }", "x", 9],
  ["array pattern", "let [, [x = 10]] = [0, []] as [number, number[]]", "x", 10],
  ["import", `import x from "node:path"`, `x.basename("/a/b")`, "b"],
  ["named import", `import { basename as x } from "node:path"`, `x("/a/b")`, "b"],
  ["namespace import", `import * as x from "node:path"`, `x.basename("/a/b")`, "b"],
  ["var in a loop", "for (var x = 0; x < 11; x++);", "x", 11],
  ["var in a block", "if (true) { var x = 12, other = x }", "x + other - x", 12],
  ["var of a loop", "for (var x of [1, 13]);", "x", 13],
  ["bare let", "let x", "x", undefined],
  ["export", "export const x = 14", "x", 14],
];

describe.each(strippers)("%s", (_, stripper) => {
  const repl = (): Repl => new Repl(stripper);

  test.each(kinds)("a name declared as %s may become anything else", async (_name, first, ask, wanted) => {
    const session = repl();
    expect(await session.all(first, ask)).toEqual(wanted);
    for (const [other, second, ask2, wanted2] of kinds) {
      expect(await session.all(second, ask2), other).toEqual(wanted2);
      expect(await session.run(`${first}; ${ask}`), `back from ${other}`).toEqual(wanted);
    }
  });

  test("names held in two ways meet in one declaration", async () => {
    const session = repl();
    await session.all("var v = 1", "let l = 2");
    expect(await session.all("const { v, l, fresh = 5 } = { v: 3, l: 4 }", "[v, l, fresh]")).toEqual([
      3, 4, 5,
    ]);
    expect(await session.all("let fresh = 1, v, l = 7", "[v, l, fresh]")).toEqual([undefined, 7, 1]);
    expect(await session.all(`import v, { sep as l } from "node:path"`, "[typeof v, l]")).toEqual([
      "object",
      "/",
    ]);
  });

  test("a closure sees what later cells assign or declare", async () => {
    const session = repl();
    await session.all("let threshold = 1", "function over(x: number) { return x > threshold }");
    expect(await session.run("over(3)")).toBe(true);
    expect(await session.all("threshold = 5", "over(3)")).toBe(false);
    expect(await session.all("const threshold = 2", "over(3)")).toBe(true);
  });

  test("functions are there before their line, over a let name too", async () => {
    const mutual = `const r = even(4);
      function even(n: number): boolean { return n === 0 || odd(n - 1) }
      function odd(n: number): boolean { return n !== 0 && even(n - 1) }`;
    expect(await repl().all(mutual, "r")).toBe(true);
    expect(await repl().all("let even = 1, odd = 2", mutual, "[r, even.name, odd.name]")).toEqual([
      true,
      "even",
      "odd",
    ]);
  });

  test("what a cell declares", () => {
    const { compiler } = repl();
    const source = `import d, { a as b, type T } from "m"; import * as n from "m"; const { c, ...e } = d; class C {}
      function f(p: number) { var hidden = p; let g = 1; function inner() {} }
      if (true) { var v = 1; const block = 2 }
      enum E { A } interface I {} type Y = 1; declare const nothing: 1;`;
    expect([...compiler.compile(source, 1).declares].sort()).toEqual([
      "C",
      "E",
      "b",
      "c",
      "d",
      "e",
      "f",
      "n",
      "v",
    ]);
  });

  test("new.target is left alone", async () => {
    expect(await repl().run("function f() { return typeof new.target } [f(), typeof import.meta]")).toEqual([
      "undefined",
      "object",
    ]);
  });

  test("a name whose cell failed can be declared again", async () => {
    const session = repl();
    await expect(
      session.run("let a = broken(); function broken(): number { throw new Error('no') }"),
    ).rejects.toThrow("no");
    expect(await session.all("function a() { return 1 }", "const broken = 2", "a() + broken")).toBe(3);
  });

  test.each<[string, unknown]>([
    ["1 + 1", 2],
    ["1 + 1;", 2],
    ["'text'", "text"],
    ["'use strict'", "use strict"],
    ["{ a: 1, b: [2] }", { a: 1, b: [2] }],
    ["  {\n}\n", {}],
    ["{ const a = 1; a }", undefined],
    ["5\nconst a = 1", undefined],
    ["if (true) { 5 }", undefined],
    ["", undefined],
    ["// nothing", undefined],
    ["type T = number", undefined],
    ["5 // the value", 5],
    ["const n = await Promise.resolve(4); n", 4],
    ["const { a, b = await Promise.resolve(2) } = { a: 1 } as { a: number; b?: number }; a + b", 3],
    ["let s = 0; for await (const v of [Promise.resolve(1), 2]) s += v; s", 3],
    ["export default 6", 6],
    ["export default class {}\n", undefined],
    ["typeof Map", "function"],
  ])("value of %j", async (source, wanted) => {
    if (source.startsWith("export default class")) expect(await repl().run(source)).toBeTypeOf("function");
    else expect(await repl().run(source)).toEqual(wanted);
  });

  test.each<[string, unknown]>([
    ["const id = <T,>(x: T): T => x; id<number>(3)", 3],
    ["const o = { a: 1 } satisfies Record<string, number>; (o as { a: number }).a!", 1],
    [
      "abstract class A { abstract f(): number; g() { return this.f() } } class B extends A { f() { return 2 } } new B().g()",
      2,
    ],
    [
      "class P { constructor(private readonly x: number, public y = 2) {} sum() { return this.x + this.y } } new P(1).sum()",
      3,
    ],
    [
      "class F { #p = 1; declare z: number; static q: number; static { F.q = 4 } get p() { return this.#p } } new F().p + F.q",
      5,
    ],
    ["enum E { A, B = 'b', C = 1 << 3 } [E.A, E.B, E[8]]", [0, "b", "C"]],
    ["const enum C { A = 2 } C.A", 2],
    ["enum M { A } enum M { B = 1 } [M.A, M.B]", [0, 1]],
    ["function f(this: { v: number }, ...r: number[]): asserts r is number[] { } f.length", 0],
    ["interface I { a: number } declare const k: I; export type { I }; 7", 7],
    [
      "function over(a: string): string; function over(a: number): number; function over(a: unknown) { return a }; over(9)",
      9,
    ],
    ["let u: unique symbol | undefined; let t: [a: number, b?: string] = [1]; t.length", 1],
    ["const tpl = (s: TemplateStringsArray, ...v: number[]) => s.raw.join('-') + v; tpl`a${1}b`", "a-b1"],
    ["const big: bigint = 2n ** 70n; big > 1n", true],
    ["a: for (;;) { break a } 1", 1],
  ])("TypeScript: %s", async (source, wanted) => {
    expect(await repl().run(source)).toEqual(wanted);
  });

  test.each<[string, unknown]>([
    [`import "node:path"; 1`, 1],
    [`import path, { sep } from "node:path"; path.sep === sep`, true],
    [`import path, * as all from "node:path"; all.default === path`, true],
    [
      `import { type ParsedPath, join } from "node:path"; import type { Y } from "nowhere"; join("a", "b")`,
      "a/b",
    ],
    [`import { ParsedPath, sep } from "node:path"; let p: ParsedPath | undefined; sep`, "/"],
    [`import { "join" as j } from "node:path"; j("a", "b")`, "a/b"],
    [`const load = async () => (await import("node:path")).sep; await load()`, "/"],
    [`export { sep } from "node:path"; export * from "node:path"; 3`, 3],
    ["const q = 4; export { q, q as r }; q", 4],
    ["import.meta.dirname", folder],
    ["(() => import.meta.url)()", "file:///data/%C3%B6%20x/cell-1.ts"],
    ["import.meta\n.filename", `${folder}/cell-1.ts`],
  ])("modules: %s", async (source, wanted) => {
    expect(await repl().run(source)).toEqual(wanted);
  });

  test("import attributes reach the loader", async () => {
    const session = repl();
    const seen: unknown[] = [];
    session.scope["__import"] = (...args: unknown[]) => (seen.push(JSON.stringify(args)), { default: 1 });
    await session.all(
      `import d from "./d.json" with { type: "json" }; import("./e.json", { with: { type: "json" } })`,
    );
    expect(seen).toEqual([
      `["./d.json",{"with":{"type":"json"},"names":["default"]}]`,
      `["./e.json",{"with":{"type":"json"}}]`,
    ]);
  });

  test("a cell may export what an earlier cell declared", async () => {
    expect(await repl().all("const a = 3", "export { a }; a")).toBe(3);
  });

  test("an export that isn't there is named", async () => {
    await expect(repl().run(`import { Join } from "node:path"; Join()`)).rejects.toThrow(
      `the module "node:path" has no export named "Join"; did you mean "join"?`,
    );
    await expect(repl().run(`import { nothing } from "node:path"`)).rejects.toThrow(
      `no export named "nothing"`,
    );
  });

  test("cells are strict", async () => {
    await expect(repl().run("undeclared = 5")).rejects.toThrow("undeclared is not defined");
    await expect(repl().run("Object.freeze([1])[0] = 2")).rejects.toThrow("read only");
  });

  test.each<[string, number, number, RegExp]>([
    ["const a = 1;\n  const b = = 2;", 2, 13, /Unexpected token/],
    ["const ö = '𝔸ö'; let x = = 5", 1, 26, /Unexpected token/],
    ["const f = () => {\n  await 5;\n};", 2, 3, /await|Cannot use keyword|Unexpected/],
    ["let a = 1;\nlet a = 2;", 2, 5, /already been declared/],
    ["f(\n  1,", 2, 5, /end of the cell|Unexpected token/],
    ["return 5", 1, 1, /return/],
    ["\tlet a = 1; let a = 2", 1, 17, /already been declared/],
    ["@sealed class A {}", 1, 1, /decorators don't run in V8 yet/],
  ])("refuses %j", (source, line, column, message) => {
    const error = caught(() => repl().compiler.compile(source, 4));
    expect(error).toBeInstanceOf(CellSyntaxError);
    expect(error).toMatchObject({ name: "SyntaxError", line, column });
    expect(error.message).toMatch(message);
    const [place, text, caret] = error.frame.split("\n");
    expect(place).toBe(`cell-4.ts:${line}:${column}`);
    expect(text).toBe(`  ${source.split("\n")[line - 1]}`);
    expect(caret!.indexOf("^")).toBe(column + 1);
    expect(caret!.trim()).toBe("^");
    expect(caret!.includes("\t")).toBe(source.startsWith("\t"));
  });
});

describe("sizes", () => {
  test("a cell of 2,000 lines keeps its places", async () => {
    const session = new Repl(strippers[0]![1]);
    const lines = Array.from({ length: 2000 }, (_, i) => `const v${i}: number = ${i} as number;`);
    await expect(
      session.run([...lines, "function g(): never { throw new Error('here') }", "g()"].join("\n")),
    ).rejects.toMatchObject({
      stack: expect.stringMatching(/at g \(cell-1\.ts:2001:29\)\n[^\n]*\n\s+\^\n\s+at cell-1\.ts:2002:1$/m),
    });
  });
});

function caught(run: () => unknown): CellSyntaxError {
  try {
    run();
  } catch (error) {
    return error as CellSyntaxError;
  }
  throw new Error("compiled");
}
