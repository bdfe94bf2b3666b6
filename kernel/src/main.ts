#!/usr/bin/env node
import { writeSync } from "node:fs";
import { MessageChannel, Worker } from "node:worker_threads";
import type { FrontData, ToSession } from "./messages/index.js";

/** What the command line asks for: `main.js CONNECTION_FILE [--startup SPECIFIER]...` */
interface Command {
  readonly connectionFile: string;
  readonly startup: readonly string[];
}

function readCommand(words: readonly string[]): Command {
  const startup: string[] = [];
  const files: string[] = [];
  for (let at = 0; at < words.length; at++) {
    if (words[at] !== "--startup") files.push(words[at]!);
    else if (words[at + 1] !== undefined) startup.push(words[++at]!);
  }
  if (files.length !== 1) {
    process.stderr.write("usage: vitrine-kernel CONNECTION_FILE [--startup MODULE]...\n");
    process.exit(2);
  }
  return { connectionFile: files[0]!, startup };
}

/** What comes over the line from the front door. */
type Said = { readonly id: number; readonly message: ToSession } | { readonly listening: true };

const { connectionFile, startup } = readCommand(process.argv.slice(2));
const exit = process.exit.bind(process);
const folder = process.cwd();
const inputFlag = new SharedArrayBuffer(4);
const input = new MessageChannel();
const line = new MessageChannel();
const data: FrontData = { connectionFile, folder, inputFlag, inputPort: input.port2, line: line.port2 };
const front = new Worker(new URL("./front/worker.js", import.meta.url), {
  workerData: data,
  transferList: [input.port2, line.port2],
});
front.on("error", (error) => {
  writeSync(2, `vitrine-kernel: ${error.message}\n`);
  exit(1);
});

const { createSession } = await import("./session/index.js");
const session = createSession({
  folder,
  inputFlag: new Int32Array(inputFlag),
  inputPort: input.port1,
  tell: (message, transfer = []) => line.port1.postMessage(message, transfer),
});
line.port1.on("message", (said: Said) => {
  if ("listening" in said) session.start(startup);
  else session.receive(said.id, said.message);
});
