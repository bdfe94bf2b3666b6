import type { Case } from "./case.js";

/** What cells may expect of Node itself. */
export const nodeCases: readonly Case[] = [
  {
    name: "contexts: top-level var, closures",
    cells: [
      "import vm_ from 'vm'; const box_: any = vm_.createContext({}); vm_.runInContext('var x = 3', box_); vm_.runInContext('(function () { x += 4 })()', box_); box_.x",
    ],
  },
  {
    name: "contexts: what is handed out",
    cells: [
      "import * as vm_ from 'vm'; const out_: any = vm_.createContext({ exports: {} }); vm_.runInContext('(function (e) { let y = 2; e.y = y })(exports)', out_); out_.exports",
    ],
  },
  {
    name: "contexts: promises of their own",
    cells: [
      "import * as vm_ from 'vm'; const p_ = vm_.runInNewContext('(async x => x * x)(4)'); [p_ instanceof Promise, await p_]",
    ],
  },
  {
    name: "a proxy behind a prototype",
    cells: [
      "const seen_: string[] = []; const behind_ = new Proxy({}, { set: (_, key, value) => (seen_.push(`${String(key)}=${value}`), true) }); const front_: any = Object.create(behind_); front_.abc = 'hello'; seen_",
    ],
  },
  {
    name: "files",
    cells: [
      "import * as fs_ from 'fs'; fs_.writeFileSync('note.txt', 'line\\n'); fs_.readFileSync('note.txt', 'utf8')",
      "await fs_.promises.stat('note.txt').then(s => s.size)",
    ],
  },
  {
    name: "the working folder is the notebook's",
    cells: ["require('fs').existsSync('note.txt')", "process.cwd() === require('fs').realpathSync('.')"],
  },
  {
    name: "programs",
    cells: [
      "import { execFileSync as exec_ } from 'child_process'; exec_(process.execPath, ['-p', '1 + 1']).toString()",
    ],
  },
  {
    name: "events, streams",
    cells: [
      "import { EventEmitter as Events_, once as once_ } from 'events'; const e_ = new Events_(); setImmediate(() => e_.emit('go', 5)); await once_(e_, 'go')",
      "import { Readable as Readable_ } from 'stream'; let read_ = ''; Readable_.from(['a', 'b']).on('data', x => (read_ += x)); await new Promise(done => setTimeout(done, 5)); read_",
    ],
  },
  {
    name: "workers",
    cells: [
      "import { Worker as Worker_ } from 'worker_threads'; const w_ = new Worker_('require(\"worker_threads\").parentPort.postMessage(6)', { eval: true }); await new Promise(done => w_.once('message', done))",
    ],
  },
  {
    name: "text, bytes, addresses",
    cells: [
      "[new TextEncoder().encode('é').length, new URL('http://a/b?c=1').searchParams.get('c'), Buffer.from('aGk=', 'base64').toString()]",
    ],
  },
  {
    name: "structured clones, abort signals",
    cells: ["[structuredClone({ a: new Date(0) }).a.getTime(), AbortSignal.abort().aborted]"],
  },
  { name: "names of files", cells: ["typeof __filename", "typeof __dirname", "typeof module"] },
  {
    name: "import.meta",
    cells: ["typeof import.meta.url"],
    differs: {
      value: "cells of tslab are scripts, in which import.meta is not known",
      error: "cells of tslab are scripts, in which import.meta is not known",
    },
  },
];
