import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Dealer, Subscriber } from "zeromq";
import { createSigner, encode } from "../../../kernel/src/wire/index.js";
import type { Command } from "../support/engine.js";
import { benchFolder } from "../support/folders.js";
import { prepareConnection, type BenchConnection } from "./connection.js";
import { Pending, type Exchange } from "./exchange.js";
import { readFrames } from "./heard.js";

/** How a kernel is started, once it is known where its connection file lies. */
export type KernelCommand = (connectionFile: string) => Command;

/** A kernel that says nothing for so long has failed, in milliseconds. */
const patienceMs = 30_000;
/** Between two looks whether a kernel listens, in milliseconds. */
const lookMs = 2;
/** Between two questions whether what a kernel publishes arrives, in milliseconds. */
const settleMs = 20;

/** An answer, and the milliseconds from the request leaving to its end. */
export type TimedExchange = Exchange & { readonly ms: number };

/**
 * A front end reduced to what is timed, the same for every kernel: one request at a time, over the kernel's own sockets. Of what
 * comes back it reads no more than it must, and it trusts the signatures.
 */
export class BenchClient {
  readonly process: ChildProcess;
  private readonly session = randomUUID();
  private readonly connection: BenchConnection;
  private readonly signer: ReturnType<typeof createSigner>;
  private readonly shell = new Dealer({ routingId: this.session, linger: 0 });
  private readonly iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  private pending: Pending | undefined;
  private isHearing = false;
  private failure: Error | undefined;
  private complaint = "";

  private constructor(command: KernelCommand, connection: BenchConnection) {
    this.connection = connection;
    this.signer = createSigner(connection.key);
    const { program, words } = command(connection.file);
    this.process = spawn(program, words, {
      cwd: join(benchFolder, "../.."),
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, JPY_PARENT_PID: String(process.pid) },
    });
    this.process.stderr!.setEncoding("utf8").on("data", (text: string) => (this.complaint += text));
    this.process.once("exit", () => this.failed("ended"));
    this.process.once("error", ({ message }) => this.failed(message));
  }

  /**
   * Starts a kernel; `startMs` is the time from before its process is there to its first reply.
   * @throws Error with what the kernel wrote to its stderr, if it ends or is silent
   */
  static async start(command: KernelCommand): Promise<{ client: BenchClient; startMs: number }> {
    const connection = await prepareConnection();
    const began = performance.now();
    const client = new BenchClient(command, connection);
    await client.connect();
    await client.request("kernel_info_request", {}, { idle: false });
    const startMs = performance.now() - began;
    while (!client.isHearing) {
      await sleep(settleMs);
      await client.request("kernel_info_request", {}, { idle: false });
    }
    return { client, startMs };
  }

  /** Runs a cell. */
  run(code: string): Promise<TimedExchange> {
    const content = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false };
    return this.request("execute_request", { ...content, stop_on_error: true });
  }

  /** Asks how `code` goes on at its end. */
  complete(code: string): Promise<TimedExchange> {
    return this.request("complete_request", { code, cursor_pos: code.length });
  }

  /** Ends the kernel at once. */
  async close(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = once(this.process, "exit");
      this.process.kill("SIGKILL");
      await ended;
    }
    this.shell.close();
    this.iopub.close();
    this.connection.remove();
  }

  /** A kernel that is spoken to while it is still binding its sockets may never answer. */
  private async connect(): Promise<void> {
    const { shell, iopub, connection } = this;
    while (!(await connection.isOpen())) {
      if (this.failure !== undefined) throw this.failure;
      await sleep(lookMs);
    }
    shell.connect(connection.shell);
    iopub.connect(connection.iopub);
    iopub.subscribe();
    void this.read(shell);
    void this.read(iopub);
  }

  /** Sends a request and waits for its reply, and for its idle unless told otherwise. */
  private async request(type: string, content: object, { idle = true } = {}): Promise<TimedExchange> {
    const header = {
      ...{ msg_id: randomUUID(), msg_type: type, session: this.session, username: "bench" },
      ...{ date: new Date().toISOString(), version: "5.3" },
    };
    const message = { header, parent_header: {}, metadata: {}, content, buffers: [] };
    const frames = encode(message, [], this.signer);
    const giveUp = setTimeout(() => this.failed(`${type}: no answer`), patienceMs);
    const pending = new Pending(header.msg_id, idle);
    this.pending = pending;
    const began = performance.now();
    await this.shell.send(frames);
    const exchange = await pending.done;
    const ms = performance.now() - began;
    clearTimeout(giveUp);
    const { reply } = exchange;
    if (reply["status"] === "error") throw new Error(`${type}: ${JSON.stringify(reply)}`);
    return { ...exchange, ms };
  }

  private async read(socket: Dealer | Subscriber): Promise<void> {
    for await (const frames of socket) {
      this.isHearing ||= socket === this.iopub;
      this.pending?.hear(readFrames(frames));
    }
  }

  private failed(what: string): void {
    const sentence = `${this.process.spawnargs.join(" ")}: ${what}\n${this.complaint.slice(-2000)}`;
    this.failure = new Error(sentence);
    this.pending?.fail(this.failure);
  }
}
