#!/usr/bin/env node
import { writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { MessageChannel, Worker } from "node:worker_threads";
import {
  checkModes,
  engineNames,
  type CheckMode,
  type EngineName,
  type FrontData,
  type ToSession,
} from "./messages/index.js";

/** What the command line asks for. */
interface Command {
  readonly connectionFile: string;
  readonly startup: readonly string[];
  readonly engine: EngineName;
  readonly check: CheckMode;
}

const usage =
  `usage: vitrine-kernel CONNECTION_FILE [--engine ${engineNames.join("|")}] ` +
  `[--check ${checkModes.join("|")}] [--startup MODULE]...`;
const options = {
  startup: { type: "string", multiple: true },
  engine: { type: "string", default: "repl" },
  check: { type: "string", default: "warn" },
} as const;

/** @throws Error where the words are not as `usage` says */
function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const engine = engineNames.find((name) => name === values.engine);
  const check = checkModes.find((mode) => mode === values.check);
  const [connectionFile, ...more] = positionals;
  if (engine === undefined || check === undefined || connectionFile === undefined || more.length > 0)
    throw new Error(usage);
  return { connectionFile, startup: values.startup ?? [], engine, check };
}

function commandOrExit(args: readonly string[]): Command {
  try {
    return readCommand(args);
  } catch {
    process.stderr.write(`${usage}\n`);
    process.exit(2);
  }
}

/** What comes over the line from the front door. */
type Said = { readonly id: number; readonly message: ToSession } | { readonly listening: true };

const { connectionFile, startup, engine, check } = commandOrExit(process.argv.slice(2));
const exit = process.exit.bind(process);
const folder = process.cwd();
const inputFlag = new SharedArrayBuffer(4);
const input = new MessageChannel();
const line = new MessageChannel();
const data: FrontData = {
  connectionFile,
  folder,
  engine,
  check,
  inputFlag,
  inputPort: input.port2,
  line: line.port2,
};
// the stripper's allocator would otherwise hold a page of 2 MB for a few kilobytes
process.env["MIMALLOC_ALLOW_THP"] ??= "0";
const front = new Worker(new URL("./front/worker.js", import.meta.url), {
  workerData: data,
  transferList: [input.port2, line.port2],
});
front.on("error", (error) => {
  writeSync(2, `vitrine-kernel: ${error.message}\n`);
  exit(1);
});

const [{ createSession }, { setBarFace }] = await Promise.all([
  import("./session/index.js"),
  import("./cell/index.js"),
]);
const session = createSession({
  folder,
  engine,
  inputFlag: new Int32Array(inputFlag),
  inputPort: input.port1,
  tell: (message, transfer = []) => line.port1.postMessage(message, transfer),
});
setBarFace(async () => (await import("./controls/progress/index.js")).widgetFace);
line.port1.on("message", (said: Said) => {
  if ("listening" in said) session.start(startup);
  else session.receive(said.id, said.message);
});
