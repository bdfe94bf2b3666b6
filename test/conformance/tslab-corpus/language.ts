import { because, type Case } from "./case.js";

/** What is offered at a cursor. */
export const completeCases: readonly Case[] = [
  {
    name: "members",
    cells: ["const v_ = { abc: 'hello', xyz: 10 };"],
    complete: { code: "v_.¦", among: ["abc", "xyz", "qwe"] },
  },
  {
    name: "members with the beginning of one",
    cells: ["const v_ = { abc: 'hello', xyz: 10 };"],
    complete: { code: "v_.ab¦", among: ["abc", "xyz"] },
  },
  {
    name: "members before the rest of one",
    cells: ["const v_ = { abc: 'hello', xyz: 10 };"],
    complete: { code: "v_.¦ab", among: ["abc", "xyz"] },
    differs: { answer: because.cursor },
  },
  {
    name: "members inside one",
    cells: ["const v_ = { abc: 'hello', xyz: 10 };"],
    complete: { code: "v_.a¦b", among: ["abc", "xyz"] },
    differs: { answer: because.cursor },
  },
  {
    name: "no such member",
    cells: ["const v_ = { abc: 'hello' };"],
    complete: { code: "v_.qwerty¦", among: ["abc"] },
  },
  {
    name: "members of an object of the same cell",
    complete: { code: "let here_ = { abc: 1, xyz: 2 }; here_.¦", among: ["abc", "xyz"] },
  },
  {
    name: "members of anything",
    complete: { code: "let any_: any = 10; any_.¦", among: ["toFixed", "length"] },
  },
  {
    name: "members of an anything with the beginning of one",
    complete: { code: "let any_: any = 10; any_.abc¦", among: ["toFixed", "abc"] },
  },
  { name: "members of a text", complete: { code: "'text'.toU¦", among: ["toUpperCase", "toLowerCase"] } },
  {
    name: "members of what a call gives",
    complete: { code: "[1].map(x => x).fi¦", among: ["filter", "find", "map"] },
  },
  {
    name: "members after a question mark",
    cells: ["const maybe_: { deep: number } | undefined = { deep: 1 };"],
    complete: { code: "maybe_?.de¦", among: ["deep"] },
  },
  {
    name: "members of an object to be written",
    complete: { code: "let v_: { alpha: string, beta: number } = { ¦ };", among: ["alpha", "beta"] },
  },
  {
    name: "members that are still missing",
    complete: {
      code: "let v_: { alpha: string, beta: number } = { alpha: 'x', ¦ };",
      among: ["alpha", "beta"],
    },
  },
  {
    name: "members to be written, with the beginning of one",
    complete: { code: "let v_: { alpha: string, beta: number } = { al¦ };", among: ["alpha", "beta"] },
  },
  {
    name: "members to be written, before the rest of one",
    complete: { code: "let v_: { alpha: string, beta: number } = { ¦al };", among: ["alpha", "beta"] },
    differs: { answer: because.cursor },
  },
  {
    name: "members to be written, inside one",
    complete: { code: "let v_: { alpha: string, beta: number } = { a¦l };", among: ["alpha", "beta"] },
    differs: { answer: because.cursor },
  },
  {
    name: "members of a module",
    complete: {
      code: "import * as vm_ from 'vm'; vm_.run¦",
      among: ["runInContext", "runInThisContext", "createContext"],
    },
  },
  {
    name: "members of a module of an earlier cell",
    cells: ["import * as path_ from 'path';"],
    complete: { code: "path_.base¦", among: ["basename", "dirname"] },
  },
  {
    name: "letters in any case",
    cells: ["const v_ = { bxy: 1, axy: 2, XYZ: 3, xyz: 4, other: 5 };"],
    complete: { code: "v_.XY¦", among: ["bxy", "axy", "XYZ", "xyz", "other"] },
    differs: {
      answer:
        "letters of the other case, and names that hold the word in the middle, are offered only where nothing fits better",
    },
  },
  {
    name: "names of earlier cells and of this one",
    cells: ["const oldName_ = 1;"],
    complete: { code: "let newName_ = 2; ¦", among: ["oldName_", "newName_"] },
    differs: { answer: "tslab leaves out a name that the cell itself declares" },
  },
  { name: "globals with a beginning", complete: { code: "setT¦", among: ["setTimeout", "setInterval"] } },
  {
    name: "globals before the rest",
    complete: { code: "¦setT", among: ["setTimeout", "setInterval"] },
    differs: { answer: because.cursor },
  },
  {
    name: "globals inside one",
    complete: { code: "set¦I", among: ["setInterval", "setImmediate", "setTimeout"] },
    differs: { answer: because.cursor },
  },
  { name: "words of the language", complete: { code: "func¦", among: ["function"] } },
  {
    name: "texts that a type allows",
    complete: {
      code: "type Cake_ = 'cupcake' | 'donut'; let cake_: Cake_ = ¦",
      among: ['"cupcake"', "'cupcake'", "cupcake"],
    },
  },
  {
    name: "parameters",
    complete: { code: "function fn_(abc: number, xyz: string) { ¦ }", among: ["abc", "xyz", "fn_"] },
  },
  { name: "inside a text", complete: { code: "let v_ = '¦'", among: ["setTimeout", "v_"] } },
  { name: "inside a text without an end", complete: { code: "let v_ = '¦", among: ["setTimeout", "v_"] } },
  { name: "inside a comment", complete: { code: "/* ¦ */", among: ["setTimeout"] } },
  {
    name: "tags of a doc comment",
    complete: { code: "/** @par¦ */ function f_(xyz: number) {}", among: ["param", "@param"] },
    differs: { answer: "nothing is offered inside comments" },
  },
  {
    name: "parameters in a doc comment",
    complete: {
      code: "/** @param ¦ */ function f_(xyz: number, abc: string): void {}",
      among: ["xyz", "abc"],
    },
    differs: { answer: "nothing is offered inside comments" },
  },
  {
    name: "types",
    cells: ["interface Shape_ { size: number }"],
    complete: { code: "let s_: Sha¦", among: ["Shape_", "SharedArrayBuffer"] },
  },
  {
    name: "members of a class inside it",
    complete: { code: "class C_ { width = 1; get() { return this.¦ } }", among: ["width", "get"] },
  },
  {
    name: "beyond the basic plane",
    cells: ["const v_ = { abc: 1 };"],
    complete: { code: "'𝔸𝔸'; v_.a¦", among: ["abc"] },
  },
];

/** What is said of the name at a cursor. */
export const inspectCases: readonly Case[] = [
  { name: "nothing", inspect: { code: "¦", words: ["let"] } },
  {
    name: "let with its comment",
    inspect: {
      code: "/** A great number. */\nlet num¦_ = 10;",
      words: ["let num_: number", "A great number."],
    },
  },
  {
    name: "var with its comment",
    inspect: {
      code: "/** A great flag. */\nvar fl¦ag_ = true;",
      words: ["var flag_: boolean", "A great flag."],
    },
  },
  {
    name: "const with its comment",
    inspect: {
      code: "/** A great text. */\nconst te¦xt_ = 'hello';",
      words: ['const text_: "hello"', "A great text."],
    },
  },
  {
    name: "a method of the language",
    inspect: {
      code: "let s_ = 'abc'; s_.index¦Of('b');",
      words: [
        "(method) String.indexOf(searchString: string, position?: number): number",
        "first occurrence of a substring",
        "searchString",
      ],
    },
  },
  {
    name: "a constructor",
    inspect: { code: "let m_ = new M¦ap();", words: ["MapConstructor", "Map<any, any>"] },
    differs: { answer: "the signature of the constructor alone is shown, without the name of its interface" },
  },
  {
    name: "a name of a generic type",
    inspect: { code: "let m¦_: Map<string, number>;", words: ["let m_: Map<string, number>"] },
  },
  {
    name: "a generic type",
    inspect: { code: "let m_: M¦ap<string, number>;", words: ["interface Map<K, V>"] },
  },
  {
    name: "a member of an enum",
    inspect: { code: "enum kind_ { key1, key2 } kind_.ke¦y1;", words: ["(enum member) kind_.key1 = 0"] },
  },
  {
    name: "a function with its comment",
    inspect: {
      code: "/**\n * Adds.\n * @param a left\n */\nfunction add_(a: number, b: number) { return a + b }\nad¦d_(1, 2)",
      words: ["function add_(a: number, b: number): number", "Adds.", "left"],
    },
  },
  {
    name: "a name of an earlier cell",
    cells: ["const kept_ = [1, 2];"],
    inspect: { code: "kep¦t_", words: ["number[]"] },
  },
  {
    name: "an import",
    inspect: { code: "import { join } from 'path'; jo¦in('a')", words: ["join(...paths: string[]): string"] },
  },
  {
    name: "a property",
    cells: ["const box_ = { wide: 1 };"],
    inspect: { code: "box_.wi¦de", words: ["wide: number"] },
  },
  { name: "a word of the language", inspect: { code: "fun¦ction f_() {}", words: ["function f_(): void"] } },
];

/** Whether code is whole. */
export const isCompleteCases: readonly Case[] = [
  { name: "whole: a value", isComplete: "1 + 1" },
  { name: "whole: nothing", isComplete: "" },
  { name: "whole: an open block", isComplete: "if (true) {" },
  { name: "whole: an open block, indented", isComplete: "  for (;;) {" },
  { name: "whole: a closed block", isComplete: "if (true) {\n}" },
  { name: "whole: an open bracket", isComplete: "f(1,", differs: { answer: because.indent } },
  { name: "whole: an open list", isComplete: "let a = [" },
  { name: "whole: a value that is missing", isComplete: "let x =" },
  { name: "whole: an operator at the end", isComplete: "1 +" },
  {
    name: "whole: an open template",
    isComplete: "`abc",
    differs: { answer: "tslab takes an open template for whole" },
  },
  { name: "whole: an open text", isComplete: "'abc", differs: { answer: because.invalid } },
  { name: "whole: an open comment", isComplete: "/* abc" },
  { name: "whole: the head of a function", isComplete: "function f()" },
  { name: "whole: a class without its end", isComplete: "class A {\n  x = 1;" },
  { name: "whole: a mistake", isComplete: "let = ]", differs: { answer: because.invalid } },
  { name: "whole: an arrow", isComplete: "const f = () =>" },
  {
    name: "whole: two empty lines",
    isComplete: "if (true) {\n\n\n",
    differs: { answer: "tslab runs whatever ends in two empty lines" },
  },
  { name: "whole: await at the top", isComplete: "await f()" },
  { name: "whole: a type", isComplete: "type A = {" },
];
