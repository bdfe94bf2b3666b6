import { because, type Case } from "./case.js";

/** Cells without a single type. */
export const javascriptCases: readonly Case[] = [
  {
    name: "variables",
    cells: ["let x_ = 123; const y_ = 'foo'; var z_ = true;", "[x_, y_, z_]"],
    names: ["x_", "y_", "z_"],
  },
  {
    name: "functions without types",
    cells: [
      "function sum_(x, y) { return x + y }\nfunction* upTo_(n) { for (let i = 0; i < n; i++) yield i }\nconst sleep_ = async (ms) => new Promise(done => setTimeout(done, ms, 'slept'));",
      "[sum_(1, 2), [...upTo_(2)], await sleep_(1)]",
    ],
  },
  {
    name: "types in doc comments",
    cells: [
      "/** @type {any} */\nlet any_ = 10;\nany_ = 'text';",
      "/** @param {number} a */\nfunction half_(a) { return a / 2 }\nhalf_(3)",
    ],
    differs: {
      value: "types in doc comments count in JavaScript only, and tslab takes the cell for TypeScript",
      error: "types in doc comments count in JavaScript only, and tslab takes the cell for TypeScript",
    },
  },
  { name: "objects that grow", cells: ["const bag_ = {}; bag_['x'] = 1;", "bag_['x']"] },
  {
    name: "prototypes",
    cells: [
      "function Old_(this: any) { this.a = 1 }\nOld_.prototype.get = function () { return this.a };",
      "new (Old_ as any)().get()",
    ],
  },
  {
    name: "old ways with arguments",
    cells: ["function all_() { return arguments.length }\nall_.apply(null, [1, 2] as any)"],
  },
  {
    name: "a name that was never declared",
    cells: ["undeclared_ = 3;"],
    differs: { error: because.checked },
  },
  { name: "with, octals, deleted names", cells: ["010"], differs: { error: because.syntax } },
  {
    name: "regular expressions with names",
    cells: ["const found_ = /(?<year>\\d+)/.exec('in 1931');", "found_.groups.year"],
  },
  {
    name: "generators by hand",
    cells: [
      "const gen_ = (function* () { const got = yield 1; return got })();",
      "[gen_.next(), gen_.next('x' as never)]",
    ],
  },
  {
    name: "proxies, reflection, weak references",
    cells: [
      "const log_ = []; const proxy_ = new Proxy({}, { get: (_, key) => (log_.push(String(key)), 1) });",
      "[proxy_['a'], log_]",
    ],
  },
  {
    name: "labels, switch, do",
    cells: [
      "let out_ = ''; outer: for (let i = 0; i < 3; i++) { switch (i) { case 1: break outer; default: out_ += i } }\ndo { out_ += '!' } while (false);\nout_",
    ],
  },
];
