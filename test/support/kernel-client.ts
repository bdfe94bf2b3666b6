import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Dealer, Subscriber } from "zeromq";
import { kernelNodeFlags } from "../../kernel/src/install/index.js";
import { buildMessage, type Message } from "../../kernel/src/messages/index.js";
import type {
  CheckMode,
  EngineName,
  MessageContents,
  MessageName,
  RequestName,
  Requests,
} from "../../kernel/src/messages/index.js";
import { ReplayMemory, createSigner, decode, encode } from "../../kernel/src/wire/index.js";
import { encryption, freePorts, type ConnectionFields } from "./kernel-connection.js";
import { kernelMain } from "./kernel-path.js";
import { ProtocolJudge } from "./protocol-judge.js";

export type ClientChannel = "shell" | "control" | "stdin" | "iopub";

/** What came back from a request: its reply and all that was published in its name up to idle. */
export interface Exchange<K extends RequestName = RequestName> {
  readonly reply: Requests[K][1];
  readonly outputs: readonly Message[];
  /** Printed text. */
  readonly stdout: string;
  readonly stderr: string;
}

export interface ClientOptions {
  readonly transport?: "tcp" | "ipc";
  readonly cwd?: string;
  readonly startup?: readonly string[];
  readonly engine?: EngineName;
  readonly check?: CheckMode;
  readonly nodeFlags?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Fields of the connection file beside the usual ones or in their place. */
  readonly connection?: ConnectionFields;
}

export interface SendOptions {
  readonly channel?: "shell" | "control" | "stdin";
  readonly buffers?: readonly Uint8Array[];
  /** The subshell that is to take it. Default: the main one. */
  readonly subshell?: string;
}

/** A front end in a few lines: starts a built kernel and talks to it over its sockets alone. */
export class KernelClient {
  /** Every message received so far, in order. */
  readonly log: { readonly channel: ClientChannel; readonly message: Message }[] = [];
  /** What broke the protocol; empty in a good kernel. {@link stop} refuses anything else. */
  readonly problems: string[] = [];
  /** Knows what was sent, and says what in the answers breaks the protocol. */
  readonly judge: ProtocolJudge = new ProtocolJudge();
  readonly process: ChildProcess;
  readonly key: string;
  /** Where the kernel's sockets are. */
  readonly addresses: Readonly<Record<ClientChannel | "hb", string>>;
  /** What the kernel's process wrote to its own stderr. */
  ownStderr = "";
  private readonly sockets: { readonly shell: Dealer; readonly control: Dealer; readonly stdin: Dealer };
  private readonly iopub: Subscriber;
  private readonly folder: string;
  private readonly session = randomUUID();
  private readonly listeners = new Set<() => void>();

  private constructor(options: ClientOptions, ports: readonly number[], folder: string) {
    this.folder = folder;
    this.key = options.connection?.key ?? randomUUID();
    const { transport = "tcp" } = options;
    const ip = transport === "ipc" ? join(folder, "socket") : "127.0.0.1";
    const [shell_port, control_port, stdin_port, iopub_port, hb_port] = ports;
    const file = join(folder, "connection.json");
    const connection = {
      transport,
      ip,
      signature_scheme: "hmac-sha256",
      ...options.connection,
      key: this.key,
    };
    writeFileSync(
      file,
      JSON.stringify({ ...connection, shell_port, control_port, stdin_port, iopub_port, hb_port }),
      { mode: 0o600 },
    );
    const startup = (options.startup ?? []).flatMap((one) => ["--startup", one]);
    const engine = options.engine === undefined ? [] : ["--engine", options.engine];
    const check = options.check === undefined ? [] : ["--check", options.check];
    const flags = [...kernelNodeFlags, ...(options.nodeFlags ?? [])];
    this.process = spawn(process.execPath, [...flags, kernelMain, file, ...startup, ...engine, ...check], {
      cwd: options.cwd ?? folder,
      stdio: ["ignore", "ignore", "pipe"],
      env: {
        ...process.env,
        JPY_PARENT_PID: String(process.pid),
        JUPYTER_DATA_DIR: join(folder, "data"),
        ...options.env,
      },
    });
    this.process.stderr!.on("data", (data: Buffer) => (this.ownStderr += data.toString()));
    const address = (port: number | undefined): string =>
      transport === "ipc" ? `ipc://${ip}-${port}` : `tcp://${ip}:${port}`;
    this.addresses = {
      shell: address(shell_port),
      control: address(control_port),
      stdin: address(stdin_port),
      iopub: address(iopub_port),
      hb: address(hb_port),
    };
    const secured = encryption(options.connection?.curve_publickey);
    const dealer = (channel: ClientChannel): Dealer => {
      const socket = new Dealer({ routingId: this.session, linger: 0, ...secured });
      socket.connect(this.addresses[channel]);
      return socket;
    };
    this.sockets = { shell: dealer("shell"), control: dealer("control"), stdin: dealer("stdin") };
    this.iopub = new Subscriber({ linger: 0, ...secured });
    this.iopub.connect(this.addresses.iopub);
    this.iopub.subscribe();
    for (const [channel, socket] of Object.entries({ ...this.sockets, iopub: this.iopub }))
      void this.read(channel as ClientChannel, socket);
  }

  /** Starts a kernel and waits until both its replies and its output arrive. */
  static async start(options: ClientOptions = {}): Promise<KernelClient> {
    const folder = mkdtempSync(join(tmpdir(), "vitrine-kernel-"));
    const client = new KernelClient(options, await freePorts(5), folder);
    await client.until("iopub", (m) => m.header.msg_type === "iopub_welcome");
    await client.request("kernel_info_request", {});
    return client;
  }

  /** Sends a message; returns its id. */
  async send<K extends MessageName>(
    name: K,
    content: MessageContents[K],
    { channel = "shell", buffers = [], subshell }: SendOptions = {},
  ): Promise<string> {
    const built = buildMessage(name, content, { session: this.session, parent: undefined, buffers });
    const header = { ...built.header, ...(subshell !== undefined && { subshell_id: subshell }) };
    const message = { ...built, header };
    this.judge.asked(channel, header);
    await this.sockets[channel].send(encode(message, [], createSigner(this.key)));
    return message.header.msg_id;
  }

  /** Sends frames as they are. What is to be answered in them must be told to {@link judge}. */
  sendFrames(channel: "shell" | "control", frames: readonly (Uint8Array | string)[]): Promise<void> {
    return this.sockets[channel].send([...frames]);
  }

  /** Sends a request and waits for its reply and its idle. */
  async request<K extends RequestName>(
    name: K,
    content: Requests[K][0],
    options: SendOptions & { readonly timeoutMs?: number } = {},
  ): Promise<Exchange<K>> {
    const id = await this.send(name, content as MessageContents[K], options);
    return this.finish<K>(id, options.channel ?? "shell", options.timeoutMs);
  }

  /** Waits for the end of a request that was sent. */
  async finish<K extends RequestName>(
    id: string,
    channel: ClientChannel = "shell",
    timeoutMs?: number,
  ): Promise<Exchange<K>> {
    const isMine = (m: Message): boolean => (m.parent_header as { msg_id?: string }).msg_id === id;
    const reply = await this.until(
      channel,
      (m) => isMine(m) && m.header.msg_type.endsWith("_reply"),
      timeoutMs,
    );
    await this.until("iopub", (m) => isMine(m) && isStatus(m, "idle"), timeoutMs);
    const outputs = this.outputsOf(id).filter((m) => m.header.msg_type !== "status");
    return {
      reply: reply.content as Requests[K][1],
      outputs,
      stdout: printed(outputs, "stdout"),
      stderr: printed(outputs, "stderr"),
    };
  }

  /** Runs a cell. */
  execute(
    code: string,
    options: Partial<MessageContents["execute_request"]> & { readonly timeoutMs?: number } = {},
  ): Promise<Exchange<"execute_request">> {
    const { timeoutMs, ...content } = options;
    const timed = timeoutMs === undefined ? {} : { timeoutMs };
    return this.request("execute_request", { allow_stdin: false, ...content, code }, timed);
  }

  /** Plain text of a cell's value. */
  async value(code: string): Promise<string | undefined> {
    const { reply, outputs } = await this.execute(code);
    if (reply.status === "error") throw new Error(reply.traceback.join("\n"));
    const result = outputs.find((m) => m.header.msg_type === "execute_result") as
      Message<"execute_result"> | undefined;
    return result?.content.data["text/plain"] as string | undefined;
  }

  /** All that was published in the name of a message so far. */
  outputsOf(id: string): Message[] {
    return this.log
      .filter(
        ({ channel, message }) =>
          channel === "iopub" && (message.parent_header as { msg_id?: string }).msg_id === id,
      )
      .map(({ message }) => message);
  }

  /** The first message on a channel, past or to come, that `wanted` takes. */
  async until(
    channel: ClientChannel,
    wanted: (message: Message) => boolean,
    timeoutMs: number = 15_000,
  ): Promise<Message> {
    const deadline = performance.now() + timeoutMs;
    let at = 0;
    for (;;) {
      for (; at < this.log.length; at++) {
        const entry = this.log[at]!;
        if (entry.channel === channel && wanted(entry.message)) return entry.message;
      }
      const left = deadline - performance.now();
      if (left <= 0)
        throw new Error(`no such message on ${channel} within ${timeoutMs} ms\n${this.ownStderr}`);
      await this.change(left);
    }
  }

  /** Asks the kernel to end, and makes sure that it does. */
  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = once(this.process, "exit");
      await this.send("shutdown_request", { restart: false }, { channel: "control" });
      const timer = setTimeout(() => this.process.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(timer);
    }
    for (const socket of [...Object.values(this.sockets), this.iopub]) socket.close();
    rmSync(this.folder, { recursive: true, force: true });
    if (this.problems.length > 0)
      throw new Error(`the kernel broke the protocol:\n${this.problems.join("\n")}`);
  }

  private async read(channel: ClientChannel, socket: Dealer | Subscriber): Promise<void> {
    const signer = createSigner(this.key);
    const replays = new ReplayMemory();
    for await (const frames of socket) {
      const message = decode(frames, signer, replays) as Message;
      this.problems.push(...this.judge.problemsOf(channel, message));
      this.log.push({ channel, message });
      for (const heard of this.listeners) heard();
    }
  }

  private change(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.listeners.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.listeners.add(done);
    });
  }
}

/** Whether a message says that the kernel is `state`. */
export function isStatus(message: Message, state: "busy" | "idle"): boolean {
  return (
    message.header.msg_type === "status" && (message as Message<"status">).content.execution_state === state
  );
}

function printed(outputs: readonly Message[], name: "stdout" | "stderr"): string {
  const streams = outputs.filter((m): m is Message<"stream"> => m.header.msg_type === "stream");
  return streams.map(({ content }) => (content.name === name ? content.text : "")).join("");
}
