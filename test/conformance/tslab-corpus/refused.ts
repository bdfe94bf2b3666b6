import { because, type Case } from "./case.js";

/** What is refused, what is left of it, and the edges of what is a cell. */
export const refusedCases: readonly Case[] = [
  {
    name: "a wrong type",
    cells: ["const wrong_: string = 10;", "typeof wrong_"],
    differs: { value: because.checked, error: because.checked },
  },
  {
    name: "a wrong argument",
    cells: ["Math.max('1' as any, 2)", "Math.max('one')"],
    differs: { value: because.checked, error: because.checked },
  },
  { name: "a missing name", cells: ["missing_ + 1"], differs: { error: because.checked } },
  {
    name: "a missing property",
    cells: ["const holder_ = { a: 1 };", "holder_.b"],
    differs: { error: because.checked },
  },
  {
    name: "a class that does not keep its promise",
    cells: ["interface Promised_ { must: number }\nclass Broken_ implements Promised_ {}\nnew Broken_()"],
    differs: { value: because.checked, error: because.checked },
  },
  {
    name: "a name twice in one cell",
    cells: ["let double_ = 1; let double_ = 2;"],
    differs: { error: because.syntax },
  },
  { name: "a sentence that breaks off", cells: ["let x + 10;"], differs: { error: because.syntax } },
  {
    name: "a const assigned in its own cell",
    cells: ["const fixed_ = 1; fixed_ = 2;"],
    differs: { value: because.constant, error: because.constant },
  },
  {
    name: "a const assigned in a later cell",
    cells: ["const fixed_ = 1;", "fixed_ = 2; fixed_"],
    differs: { value: because.constant, error: because.constant },
  },
  {
    name: "a refused cell leaves nothing behind",
    cells: ["let before_ = 1; let let = 2;", "typeof before_"],
    differs: { value: because.checked, error: because.syntax },
  },
  {
    name: "an error half way keeps what went before",
    cells: ["let early_ = 1; throw new Error('half way'); let late_ = 2;", "early_"],
    differs: { value: because.failed, error: because.failed },
  },
  {
    name: "text in all alphabets",
    cells: ["const größe_ = 'Å µ 日本語 𝔸';", "[größe_, [...größe_].length]"],
  },
  { name: "an empty cell, a comment, spaces", cells: ["", "// nothing", "/* nothing */", "  \n ", ";"] },
  {
    name: "a hashbang and strict mode",
    cells: ["'use strict'; (function () { return this === undefined })()"],
  },
  {
    name: "a function before its declaration",
    cells: ["hoisted_(2); function hoisted_(x: number) { return x * 3 }", "hoisted_(3)"],
  },
  {
    name: "a var in a block lasts, a let does not",
    cells: ["if (true) { var kept_ = 1; let gone_ = 2; }", "kept_"],
    names: ["kept_", "gone_"],
    differs: {
      value: "tslab keeps only what is declared at the top of a cell, not a var in a block",
      error: "tslab keeps only what is declared at the top of a cell, not a var in a block",
      names: "tslab keeps only what is declared at the top of a cell, not a var in a block",
    },
  },
];
