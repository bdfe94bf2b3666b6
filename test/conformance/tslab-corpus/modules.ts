import { because, type Case } from "./case.js";

const jsx = "tslab compiles modules with JSX for browsers only";

/** Imports, files beside the notebook, tslab's own package, and cells that are modules. */
export const moduleCases: readonly Case[] = [
  {
    name: "import, import default, import at run time",
    cells: [
      "import * as c1_ from 'crypto'; c1_.createHash('md5').update('x').digest('hex')",
      "import c2_ from 'crypto'; typeof c2_.createHash",
      "const c3_ = await import('crypto'); typeof c3_.createHash",
    ],
  },
  {
    name: "an import in the middle of a cell",
    cells: [
      "const before_ = 1;\nimport { posix as middle_ } from 'path';\nmiddle_.join('x', String(before_))",
    ],
  },
  {
    name: "require",
    cells: ["const { join: required_ } = require('path'); required_('a', 'b')", "typeof require.resolve"],
  },
  {
    name: "a module of ECMAScript",
    cells: ["const mjs_ = await import('./new.mjs' as string); mjs_.answer"],
  },
  {
    name: "a module of ECMAScript that awaits",
    cells: ["const waits_ = await import('./waits.mjs' as string); waits_.answer"],
    differs: { value: because.esm, error: because.esm },
  },
  {
    name: "a module of CommonJS",
    cells: ["const cjs_ = await import('./old.cjs' as string); cjs_.answer ?? cjs_.default.answer"],
  },
  { name: "a package beside the notebook", cells: ["import { far as near_ } from 'near'; near_"] },
  {
    name: "a module that is missing",
    cells: [
      "import * as none_ from 'no-such-module-here';",
      "await import('no-such-module-here' as string)",
      "require('no-such-module-here')",
    ],
    differs: { error: because.loader },
  },
  {
    name: "an export that is missing",
    cells: ["import { nothing_ } from 'path';"],
    differs: { error: because.loader },
  },
  {
    name: "tslab's display",
    cells: [
      "import * as tslab_ from 'tslab'; tslab_.display.html('<p>1</p>'); tslab_.display.markdown('*m*')",
      "tslab_.display.svg('<svg/>'); tslab_.display.latex('$x$'); tslab_.display.javascript('1'); tslab_.display.text('t')",
      "tslab_.display.png(new Uint8Array([1])); tslab_.display.jpeg(new Uint8Array([2])); tslab_.display.gif(new Uint8Array([3])); tslab_.display.pdf(new Uint8Array([4]))",
      "tslab_.display.raw('application/x-own', 'o')",
    ],
  },
  {
    name: "tslab's display between lines",
    cells: [
      "import { display as d_ } from 'tslab'; console.log('above'); d_.text('between'); console.log('below')",
    ],
  },
  {
    name: "tslab's display of its own",
    cells: [
      "import { newDisplay as own_ } from 'tslab'; const mine_ = own_(); mine_.text('1'); mine_.text('2')",
      "mine_.html('3')",
    ],
  },
  {
    name: "tslab's version",
    cells: ["import * as lab_ from 'tslab'; [lab_.versions.tslab, lab_.versions.node === process.version]"],
  },
  {
    name: "a cell that is a module",
    cells: [
      "/** @module alpha_ */\nexport const a = 'A'; console.log('alpha runs');",
      "import * as alpha1_ from './alpha_'; alpha1_.a",
      "import { a as again_ } from './alpha_'; again_",
    ],
  },
  {
    name: "a module that changes",
    cells: [
      "/** @module beta_ */ export const b = 1;",
      "import { b as first_ } from './beta_'; first_",
      "/** @module beta_ */ export const b = 2;",
      "import { b as second_ } from './beta_'; [first_, second_]",
    ],
  },
  {
    name: "modules that import one another",
    cells: [
      "/** @module gamma_ */ import { sep } from 'path'; export const g = typeof sep;",
      "/** @module delta_ */ import { g } from './gamma_'; export default function () { return g }",
      "import delta1_ from './delta_'; delta1_()",
    ],
  },
  {
    name: "a module's names are its own",
    cells: [
      "/** @module inner_ */ const hidden_ = 1; export const seen = hidden_;",
      "import { seen as seen_ } from './inner_'; seen_",
    ],
    names: ["hidden_"],
  },
  {
    name: "a module that fails",
    cells: [
      "/** @module bad_ */ export const n = 1; throw new Error('in the module');",
      "import { n as n_ } from './bad_'; n_",
    ],
  },
  {
    name: "a module with a wrong type",
    cells: [
      "/** @module odd_ */ export const text: string = 1 as any; export const n: number = 'n';",
      "'on'",
    ],
    differs: { output: because.checked },
  },
  {
    name: "a module with JSX",
    cells: [
      "/**\n * @module view_\n * @jsx\n */\nconst React: any = { createElement: (tag: string, own: object | null, ...inner: unknown[]) => ({ tag, own, inner }) };\ndeclare global { namespace JSX { interface IntrinsicElements { [name: string]: any } } }\nexport const made = <box size={2}>in</box>;",
      "import { made as made_ } from './view_'; made_",
    ],
    differs: { value: jsx, error: jsx },
  },
  { name: "code for a browser", cells: ["/** @browser */ document.title = 'x'", "'on'"] },
  {
    name: "a TypeScript file beside the notebook",
    cells: ["import { side as side_, E as E_ } from './side'; [side_, E_.A]"],
  },
  { name: "files that import one another", cells: ["import { c as c_ } from './sub/c'; c_"] },
  {
    name: "a file runs once",
    cells: ["import { id as id1_ } from './once';", "import { id as id2_ } from './once'; id1_ === id2_"],
  },
  { name: "a file of JavaScript", cells: ["const plain_ = require('./plain'); plain_.p"] },
  {
    name: "a file with a wrong type",
    cells: ["import { off as off_ } from './off'; off_"],
    differs: { value: because.checked, error: because.checked },
  },
];
