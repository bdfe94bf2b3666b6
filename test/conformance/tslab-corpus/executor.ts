import { because, type Case } from "./case.js";

/** What running a cell does: values, output, errors, imports, modules. */
export const executorCases: readonly Case[] = [
  {
    name: "numbers over several cells",
    cells: [
      "let x_ = 3, y_ = 4;",
      "let z_ = x_ * y_; z_ -= 2;",
      "y_ = x_ * z_;",
      "x_ = Math.max(z_, y_)",
      "[x_, y_, z_]",
    ],
  },
  {
    name: "a recursion",
    cells: [
      "function fib_(n: number): number { return n > 1 ? fib_(n - 1) + fib_(n - 2) : 1 }\nlet twenty_ = fib_(20);",
      "twenty_",
    ],
  },
  {
    name: "Node's own names",
    cells: ["[global === globalThis, typeof process.pid, typeof Buffer, typeof setImmediate, typeof URL]"],
  },
  { name: "undefined is not shown", cells: ["undefined", "void 0", "console.log('p')"] },
  { name: "null", cells: ["null"], differs: { value: "tslab shows no value that is null" } },
  { name: "zero, false and the empty text are shown", cells: ["0", "false", "''", "NaN", "-0"] },
  {
    name: "functions and classes are shown",
    cells: ["(function named() {})", "(class Named {})", "() => 1"],
    differs: { value: "tslab puts the last expression into a variable, which names a nameless function" },
  },
  {
    name: "objects, maps, sets, arrays",
    cells: ["({ a: { b: [1, 2] } })", "new Map([[1, 'one']])", "new Set(['s'])", "[undefined, null, , 3]"],
  },
  {
    name: "typed arrays and buffers",
    cells: ["new Float32Array([1, 2.5])", "Buffer.from('ab')", "new Uint8Array(3).fill(7)"],
  },
  {
    name: "dates, patterns, errors as values",
    cells: ["new Date(0)", "/a+/g", "new Error('as a value').message"],
  },
  { name: "a value after a semicolon and a comment", cells: ["1 + 1; // two", "'last' /* word */"] },
  {
    name: "the last statement decides",
    cells: ["5; let none_ = 1;", "if (true) 6", "for (const i of [1]) i;", "7;;"],
  },
  { name: "an assignment is a value", cells: ["let v_ = 1;", "v_ = 8", "v_++", "v_"] },
  { name: "order of output", cells: ["console.log('a'); console.error('b'); console.log('c'); 'd'"] },
  {
    name: "all of console",
    cells: [
      "console.info('i'); console.warn('w'); console.debug('d'); console.log('%s is %d', 'x', 3); console.table([{ a: 1 }])",
    ],
  },
  {
    name: "writing to the streams",
    cells: ["process.stdout.write('no line'); process.stderr.write('err\\n'); undefined"],
  },
  { name: "an error is thrown", cells: ["throw new Error('mine');"] },
  {
    name: "errors of all kinds",
    cells: [
      "null!.x",
      "throw new TypeError('t')",
      "class Own_ extends Error { override name = 'Own' }\nthrow new Own_('o')",
      "[].at.call(null)",
    ],
    differs: { error: because.checked },
  },
  {
    name: "what is thrown is no error",
    cells: ["throw 'text'", "throw { code: 3 }", "throw null", "throw undefined"],
  },
  {
    name: "an error in a function of an earlier cell",
    cells: ["function fail_() { throw new RangeError('there') }", "fail_()"],
  },
  {
    name: "an error that is caught",
    cells: [
      "try { throw new Error('c') } catch (e) { (e as Error).message }",
      "let caught_ = ''; try { JSON.parse('{') } catch { caught_ = 'yes' } finally { caught_ += '!' }\ncaught_",
    ],
  },
  { name: "the cell after an error", cells: ["throw new Error('once')", "'goes on'"] },
  {
    name: "a promise is awaited",
    cells: ["await new Promise(done => done('there'))", "await Promise.all([1, Promise.resolve(2)])"],
  },
  { name: "a promise as the value", cells: ["Promise.resolve('there')"] },
  {
    name: "a promise that fails, awaited",
    cells: ["await Promise.reject(new Error('no'))", "await new Promise((_, fail) => fail('text'))"],
  },
  {
    name: "a promise that fails, as the value",
    cells: ["new Promise(() => { throw new Error('at once') })"],
  },
  {
    name: "an async function awaited",
    cells: [
      "async function hello_(to: string) { return 'to ' + to }",
      "await hello_('you')",
      "let said_ = await hello_('all');",
      "said_",
    ],
    names: ["said_"],
  },
  {
    name: "an async function that fails",
    cells: ["async function fail_() { throw new Error('later') }\nawait fail_();"],
  },
  {
    name: "await in a loop, a condition, a template",
    cells: [
      "let sum_ = 0; for (const p of [1, 2]) sum_ += await Promise.resolve(p);\nif (await Promise.resolve(true)) sum_++;\n`${await Promise.resolve(sum_)}`",
    ],
  },
  {
    name: "await of a value in a declaration pattern",
    cells: ["const { a: got_, b: [other_] } = await Promise.resolve({ a: 1, b: [2] });", "[got_, other_]"],
  },
  {
    name: "for await",
    cells: ["let last_ = 0; for await (const x of [1, Promise.resolve(2)]) last_ = x;\nlast_"],
    differs: {
      value: "tslab takes no for await at the top of a cell",
      error: "tslab takes no for await at the top of a cell",
    },
  },
  {
    name: "await inside a function that is not async",
    cells: ["function no_() { await null }"],
    differs: { error: because.syntax },
  },
  {
    name: "timers that end within the cell",
    cells: ["await new Promise<void>(done => setTimeout(() => { console.log('tick'); done() }, 5))"],
  },
  {
    name: "microtasks run in order",
    cells: [
      "const order_: string[] = []; queueMicrotask(() => order_.push('micro')); process.nextTick(() => order_.push('tick')); await null; order_.includes('micro')",
    ],
  },
  {
    name: "enum kept, then replaced",
    cells: [
      "enum Way_ { Up = 1, Down }",
      "const down_ = Way_.Down",
      "const word_ = Way_[1]",
      "let Way_ = null;",
      "[down_, word_]",
    ],
  },
  {
    name: "properties of exports",
    cells: ["Object.defineProperty(exports, 'own', { value: 1 }); exports.own"],
    differs: {
      value: "cells here are no CommonJS modules and have no exports",
      error: "cells here are no CommonJS modules and have no exports",
    },
  },
  { name: "this and arguments at the top", cells: ["typeof this"] },
  {
    name: "globals set by a cell",
    cells: ["(globalThis as any).shared_ = 5;", "(globalThis as any).shared_"],
  },
  {
    name: "a closure sees what a later cell assigns",
    cells: ["let level_ = 1; const read_ = () => level_;", "level_ = 5;", "read_()"],
    differs: { value: because.closures },
  },
  {
    name: "a function changes what a later cell reads",
    cells: ["let total_ = 0; function add_(n: number) { total_ += n }", "add_(2); add_(3)", "total_"],
  },
  {
    name: "a later cell's function reads an earlier name anew",
    cells: ["let base_ = 1;", "const twice_ = () => base_ * 2;", "base_ = 4;", "twice_()"],
  },
  {
    name: "a function of a name declared anew",
    cells: ["const rate_ = 1; const apply_ = () => rate_;", "const rate_ = 2;", "apply_()"],
    differs: { value: because.closures },
  },
  {
    name: "a class declared anew",
    cells: [
      "class Cup_ { size() { return 1 } }\nconst old_ = new Cup_();",
      "class Cup_ { size() { return 2 } }",
      "[old_.size(), new Cup_().size(), old_ instanceof Cup_]",
    ],
  },
  {
    name: "many names in one cell",
    cells: [Array.from({ length: 60 }, (_, i) => `const m${i}_ = ${i};`).join(" ") + " m59_"],
  },
];
