import { because, type Case } from "./case.js";

/** What tslab's compiler takes and refuses, and which names a cell leaves behind. */
export const converterCases: readonly Case[] = [
  {
    name: "let, const and var",
    cells: ["let a_ = 1; const b_ = 'two'; var c_ = false; a_ += 4; [a_, b_, c_]"],
    names: ["a_", "b_", "c_"],
  },
  {
    name: "names from patterns",
    cells: [
      "const { left_, right: { deep_ }, ...rest_ } = { left_: 1, right: { deep_: 2 }, up: 3 };",
      "const [first_, , third_ = 9] = [7, 8]; [left_, deep_, rest_, first_, third_]",
    ],
    names: ["left_", "deep_", "rest_", "first_", "third_"],
  },
  {
    name: "functions of every kind",
    cells: [
      "function plain_(x: number) { return x + 1 }\nfunction* counting_(n: number) { for (let i = 0; i < n; i++) yield i }\nasync function later_(x: number) { return x * 2 }\nasync function* slowly_() { yield 1 }",
      "[plain_(1), [...counting_(3)], await later_(4)]",
    ],
    names: ["plain_", "counting_", "later_", "slowly_"],
  },
  {
    name: "arrow functions and closures",
    cells: ["const add_ = (x: number) => (y: number): number => x + y;", "add_(2)(3)"],
  },
  {
    name: "default and rest parameters",
    cells: [
      "function join_(sep = '-', ...parts: string[]) { return parts.join(sep) }",
      "join_('+', 'a', 'b')",
    ],
  },
  {
    name: "a counter that its function raises",
    cells: ["let count_ = 0; function raise_() { count_++ }\nraise_(); raise_(); count_"],
  },
  {
    name: "a counter raised from a later cell",
    cells: ["let count_ = 0; function raise_() { count_++ }", "raise_(); raise_();", "count_"],
  },
  {
    name: "a class with fields and a method",
    cells: [
      "class Point_ { constructor(readonly x: number, private y = 2) {} sum() { return this.x + this.y } }",
      "new Point_(3).sum()",
    ],
    names: ["Point_"],
  },
  {
    name: "a class that extends one of an earlier cell",
    cells: [
      "class Base_ { name() { return 'base' } }",
      "class Derived_ extends Base_ { override name() { return super.name() + '!' } }",
      "new Derived_().name()",
    ],
  },
  {
    name: "static members and accessors",
    cells: [
      "class Box_ { static made = 0; static #secret = 5; #w = 1; get w() { return this.#w } set w(v) { this.#w = v; Box_.made++ } static peek() { return Box_.#secret } }",
      "const box_ = new Box_(); box_.w = 4; [box_.w, Box_.made, Box_.peek()]",
    ],
  },
  {
    name: "an abstract class",
    cells: [
      "abstract class Shape_ { abstract area(): number; twice() { return 2 * this.area() } }\nclass Square_ extends Shape_ { constructor(private s: number) { super() } area() { return this.s ** 2 } }",
      "new Square_(3).twice()",
    ],
  },
  {
    name: "interfaces leave nothing behind",
    cells: [
      "interface Sized_ { size: number }\ninterface Named_ extends Sized_ { name: string }\nconst thing_: Named_ = { size: 1, name: 'n' };",
      "thing_.name",
    ],
    names: ["thing_"],
  },
  {
    name: "an interface in two parts",
    cells: [
      "interface Both_ { a: number }\ninterface Both_ { b: string }\nconst both_: Both_ = { a: 1, b: '2' }; both_",
    ],
  },
  {
    name: "an interface of an earlier cell",
    cells: ["interface Early_ { n: number }", "const early_: Early_ = { n: 3 }; early_.n"],
  },
  {
    name: "a type alone",
    cells: ["type Either_ = number | string;", "const either_: Either_ = 'e'; either_"],
  },
  {
    name: "generic functions and types",
    cells: [
      "function same_<T>(x: T): T { return x }\ntype Pair_<A, B> = [A, B];",
      "const pair_: Pair_<number, string> = [same_(1), same_('x')]; pair_",
    ],
  },
  {
    name: "a numeric enum both ways",
    cells: ["enum Way_ { North = 1, East, South }", "[Way_.East, Way_[3]]"],
    names: ["Way_"],
  },
  { name: "an enum of strings", cells: ["enum Color_ { Red = 'r', Green = 'g' }", "Object.values(Color_)"] },
  { name: "a const enum", cells: ["const enum Flag_ { On = 1, Off = 2 }\nFlag_.Off"] },
  {
    name: "a name used for an enum, then for a value",
    cells: ["enum Kind_ { A }", "let Kind_ = null;", "typeof Kind_"],
  },
  {
    name: "a namespace",
    cells: [
      "namespace Tools_ { export const two = 2; export function twice(x: number) { return x * two } }",
      "Tools_.twice(4)",
    ],
  },
  { name: "a label that looks like an object", cells: ["{x: 10}"], differs: { value: because.literal } },
  {
    name: "two labels that look like an object",
    cells: ["{x: 3, y: 4}"],
    differs: { value: because.literal, error: because.literal },
  },
  {
    name: "the module a name comes from",
    cells: ["import * as os_ from 'os'; const same_ = os_;", "typeof same_.cpus"],
    names: ["os_", "same_"],
  },
  {
    name: "types among imported names",
    cells: [
      "import { type CpuInfo, cpus as list_ } from 'os';\nlet info_: CpuInfo | undefined;",
      "typeof list_",
    ],
    names: ["list_"],
  },
  {
    name: "types among imported names without the word",
    cells: ["import { CpuInfo, cpus as list_ } from 'os';\nlet info_: CpuInfo | undefined;", "typeof list_"],
  },
  { name: "types alone", cells: ["import type { Stats } from 'fs';\nlet stats_: Stats | undefined; stats_"] },
  {
    name: "a named import used later",
    cells: ["import { join as joined_ } from 'path';", "joined_('a', 'b')"],
  },
  { name: "a default import used later", cells: ["import path_ from 'path';", "path_.basename('/a/b.c')"] },
  {
    name: "imported names may be declared anew",
    cells: ["import { sep as mark_ } from 'path';", "let mark_ = 10;", "mark_ + 1"],
  },
  {
    name: "an import over a value",
    cells: ["let sum_ = 1;", "import { join as sum_ } from 'path';", "typeof sum_"],
  },
  { name: "import for what it does", cells: ["import 'fs'; 'done'"] },
  { name: "JSON as a module", cells: ["import data_ from './data.json'; data_.a"] },
  {
    name: "export of a declaration",
    cells: ["export const out_ = 1; out_"],
    differs: {
      value: "tslab exports every name by itself and takes the word for a second export",
      error: "tslab exports every name by itself and takes the word for a second export",
    },
  },
  {
    name: "a name with another type",
    cells: ["let again_ = 1;", "let again_ = 'text';", "again_.length"],
    names: ["again_"],
  },
  {
    name: "const over let, function over const, class over function",
    cells: [
      "let shape_ = 1;",
      "const shape_ = 2; shape_",
      "function shape_() { return 3 }\nshape_()",
      "class shape_ { four = 4 }\nnew shape_().four",
    ],
  },
  {
    name: "a type over a class, a value over a type",
    cells: [
      "class Twice_ { a = 1 }",
      "interface Twice_ { b: number }\nconst twice_: Twice_ = { b: 2 }; twice_.b",
      "let Twice_ = 3; Twice_",
    ],
  },
  {
    name: "an object's shorthand from earlier cells",
    cells: ["const wide_ = 1;", "({ wide_ })"],
    differs: {
      value: "tslab rewrites the names of earlier cells, but not in a shorthand",
      error: "tslab rewrites the names of earlier cells, but not in a shorthand",
    },
  },
  {
    name: "an earlier name as property and as parameter",
    cells: ["const a_ = 5;", "const f_ = (a_: number) => a_ + 1; const o_ = { a_: 2 }; [f_(1), o_.a_, a_]"],
  },
  {
    name: "an earlier name shadowed in a block",
    cells: ["let outer_ = 1;", "{ let outer_ = 2; outer_++ }\nouter_"],
  },
  {
    name: "an earlier name in a template and a computed key",
    cells: ["const key_ = 'k';", "({ [key_]: `${key_}!` })"],
  },
  {
    name: "an earlier name assigned by a pattern",
    cells: ["let p_ = 1, q_ = 2;", "[p_, q_] = [q_, p_]; [p_, q_]"],
  },
  {
    name: "an earlier name in for loops",
    cells: [
      "let i_ = 0, all_: number[] = [];",
      "for (i_ = 0; i_ < 3; i_++) all_.push(i_);\nfor (const x of all_) i_ += x;\n[i_, all_]",
    ],
  },
  {
    name: "typeof and delete of an earlier name",
    cells: ["const obj_: { a?: number } = { a: 1 };", "delete obj_.a; [typeof obj_, 'a' in obj_]"],
  },
  {
    name: "optional chaining and nullish values",
    cells: ["const maybe_: { deep?: { n: number } } = {};", "[maybe_.deep?.n ?? 'none', maybe_?.deep]"],
  },
  {
    name: "numbers with separators, big integers, powers",
    cells: ["const big_ = 1_000n ** 2n;", "[big_, 2 ** 10, 0xff, 0b11, 1_000]"],
  },
  {
    name: "satisfies, as, as const and !",
    cells: [
      "const set_ = { a: 1 } satisfies Record<string, number>; const list_ = ['x'] as const; const sure_ = (set_ as any).a!;",
      "[set_.a, list_[0], sure_]",
    ],
  },
  {
    name: "overloads",
    cells: [
      "function over_(x: string): string;\nfunction over_(x: number): number;\nfunction over_(x: any) { return x }\n[over_('s'), over_(1)]",
    ],
  },
  {
    name: "a guard of a type, assertion of one",
    cells: ["function isText_(x: unknown): x is string { return typeof x === 'string' }", "isText_('t')"],
  },
  {
    name: "mapped and conditional types",
    cells: [
      "type Optional_<T> = { [K in keyof T]?: T[K] }; type Inner_<T> = T extends (infer U)[] ? U : never;\nconst part_: Optional_<{ a: number }> = {}; const inner_: Inner_<string[]> = 'i'; [part_, inner_]",
    ],
  },
  {
    name: "symbols and iterators",
    cells: ["const range_ = { *[Symbol.iterator]() { yield 1; yield 2 } };", "[...range_]"],
  },
  {
    name: "declare of a value that is there",
    cells: ["(globalThis as any).given_ = 7;", "declare const given_: number;\ngiven_ + 1"],
  },
  {
    name: "decorators",
    cells: [
      "function mark_(target: any, key: string) { target.marked = key }\nclass Marked_ { @mark_ field = 1 }",
      "(Marked_.prototype as any).marked",
    ],
    differs: {
      value: "V8 does not run decorators yet; tslab's compiler turns them into calls",
      error: "V8 does not run decorators yet; tslab's compiler turns them into calls",
    },
  },
];
