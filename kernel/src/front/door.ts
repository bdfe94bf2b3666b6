import {
  buildMessage,
  failure,
  messageProblem,
  type CommName,
  type Header,
  type Message,
  type MessageContents,
  type MessageName,
} from "../messages/index.js";
import type { Received, RequestChannel } from "../wire/index.js";
import type { Prompt, PromptAnswers } from "./answers.js";
import type { Audience } from "./audience.js";
import type { Cells } from "./cells.js";
import type { CommList } from "./comm-list.js";
import type { Executor } from "./executor.js";
import type { InputDesk } from "./input-desk.js";
import type { Publisher } from "./publisher.js";
import type { Request } from "./request.js";
import type { SessionPort, Tale } from "./session-port.js";
import { Shells } from "./shells.js";
import type { TypeDesk } from "./type-desk.js";

/** What the door is made of. */
export interface DoorParts {
  /** Id of the kernel's session, in the header of all it sends. */
  readonly id: string;
  readonly answers: PromptAnswers;
  readonly executor: Executor;
  readonly publisher: Publisher;
  readonly audience: Audience;
  readonly session: SessionPort;
  readonly cells: Cells;
  readonly comms: CommList;
  readonly types?: TypeDesk | undefined;
  readonly desk: () => InputDesk;
  reply(channel: RequestChannel, message: Message, identities: readonly Uint8Array[]): void;
  /** The last reply has been queued: end the kernel. */
  shutdown(): void;
  warn(sentence: string): void;
}

/** Takes every message that comes in: checks it, says busy, has it answered, and says idle whatever happens. */
export class Door {
  readonly shells: Shells;
  /** Cells whose idle has gone out; for a moment they still count as running. */
  private readonly ended = new WeakSet<Header>();
  private readonly parts: DoorParts;

  constructor(parts: DoorParts) {
    this.parts = parts;
    this.shells = new Shells({
      run: (request, beforeReply) => this.execute(request, beforeReply),
      abort: (request) => {
        this.status("busy", request.header);
        this.send(request, "execute_reply", { status: "aborted", ...this.counted() });
        this.idle(request.header);
      },
    });
  }

  /** A message from the wire, its signature proved. */
  receive(channel: RequestChannel, received: Received): Promise<void> {
    const header = received.header as Header;
    const problem = messageProblem(received);
    const name = problem === undefined || hasName(header) ? header.msg_type : undefined;
    if (name === undefined) return this.dropped(channel, problem!);
    const request = { ...received, channel, header } as Request;
    if (problem !== undefined) {
      return name.endsWith("_request")
        ? this.refuse(request, name, failure("ProtocolError", problem))
        : this.dropped(channel, problem);
    }
    if (isComm(name)) return this.comm(request, name);
    if (channel === "shell" && !this.shells.knows(header))
      return this.refuse(request, name, failure("UnknownSubshell", `no subshell ${header.subshell_id}`));
    if (name === "execute_request") return this.shells.add(request as Request<"execute_request">);
    if (name === "input_reply") {
      this.parts.desk().answer((request as Request<"input_reply">).content.value);
      return Promise.resolve();
    }
    if (name in this.parts.answers) return this.prompt(request, name as Prompt);
    return this.dropped(channel, `${name}: not for a kernel`);
  }

  /** What a new subscriber is told. */
  welcome(topic: Uint8Array): Message {
    this.parts.audience.subscribed();
    const subscription = Buffer.from(topic).toString("utf8");
    return buildMessage("iopub_welcome", { subscription }, { session: this.parts.id, parent: undefined });
  }

  /** Something that the session tells unasked. */
  async told(tale: Tale): Promise<void> {
    const { publisher, cells, desk, session } = this.parts;
    if (tale.tell === "check") return this.parts.types?.use(tale.mode);
    if (tale.tell === "explain") {
      const { ename, evalue, traceback } = await cells.told(tale.thrown);
      return void session.ask({ ask: "explained", number: tale.number, error: { ename, evalue, traceback } });
    }
    const parent = tale.cause?.header;
    switch (tale.tell) {
      case "stream":
        return publisher.print(tale.name, cells.printed(tale.text), parent);
      case "publish": {
        const { content, metadata } = JSON.parse(tale.json) as Pick<Message, "metadata"> & { content: never };
        this.parts.comms.note(tale.type, content);
        return publisher.publish(tale.type, content, parent, { metadata, buffers: tale.buffers });
      }
      case "uncaught": {
        const { traceback } = await cells.told(tale.thrown);
        return publisher.print("stderr", `${tale.what}: ${traceback.join("\n")}\n`, parent);
      }
      case "input":
        publisher.flush();
        return desk().question(tale.cause, tale.prompt, tale.password);
    }
  }

  /** Asks the front end behind a request for a line of the user. */
  ask({ identities, header: parent }: Request, content: MessageContents["input_request"]): void {
    const message = buildMessage("input_request", content, { session: this.parts.id, parent });
    this.parts.reply("stdin", message, identities);
  }

  private async execute(
    request: Request<"execute_request">,
    beforeReply: () => Promise<void>,
  ): Promise<boolean> {
    await this.parts.audience.present();
    this.status("busy", request.header);
    let failed = false;
    try {
      const reply = await this.parts.executor.execute(request);
      failed = reply.status === "error" && request.content.stop_on_error !== false;
      if (failed) await beforeReply();
      this.send(request, "execute_reply", reply);
    } catch (error) {
      this.send(request, "execute_reply", { ...internal(error), ...this.counted() });
    } finally {
      this.ended.add(request.header);
      this.idle(request.header);
      this.parts.publisher.forget(request.header);
    }
    return failed;
  }

  private async prompt<K extends Prompt>(request: Request, name: K): Promise<void> {
    this.status("busy", request.header);
    try {
      const answer = this.parts.answers[name] as (request: Request) => object | Promise<object>;
      this.send(request, replyName(name), (await answer(request)) as never);
    } catch (error) {
      this.send(request, replyName(name), internal(error) as never);
    } finally {
      if (asksForVariables(request)) this.status("idle", request.header);
      else this.idle(request.header);
    }
    if (name === "shutdown_request") this.parts.shutdown();
  }

  private async comm(request: Request, type: CommName): Promise<void> {
    const { header, content, metadata, buffers } = request;
    this.status("busy", header);
    this.parts.comms.note(type, { ...content });
    try {
      const cause = { header, silent: false };
      await this.parts.session.ask({ ask: "comm", cause, type, content: { ...content }, metadata, buffers });
    } finally {
      this.idle(header);
    }
  }

  /** Nobody should wait for an answer that never comes. */
  private refuse(request: Request, name: string, refusal: ReturnType<typeof failure>): Promise<void> {
    this.status("busy", request.header);
    try {
      const content = name === "execute_request" ? { ...refusal, ...this.counted() } : refusal;
      this.send(request, replyName(name), content as never);
    } finally {
      this.idle(request.header);
    }
    return Promise.resolve();
  }

  private dropped(channel: string, problem: string): Promise<void> {
    this.parts.warn(`${channel}: message dropped: ${problem}`);
    return Promise.resolve();
  }

  private send<K extends MessageName>(request: Request, name: K, content: MessageContents[K]): void {
    const { publisher, id: session } = this.parts;
    publisher.flush();
    const message = buildMessage(name, content, { session, parent: request.header });
    this.parts.reply(request.channel, message as Message, request.identities);
  }

  private status(execution_state: "busy" | "idle", parent: Header): void {
    this.parts.publisher.publish("status", { execution_state }, parent);
  }

  /** Idle for this request; a cell that is still running keeps the kernel busy. */
  private idle(parent: Header): void {
    this.status("idle", parent);
    const running = this.shells.running().find(({ header }) => !this.ended.has(header));
    if (running !== undefined) this.status("busy", running.header);
  }

  /** What every reply to a cell says, whatever became of it. */
  private counted(): { readonly execution_count: number } {
    return { execution_count: this.parts.executor.executionCount() };
  }
}

/** What JupyterLab's debugger asks at each message of a running cell: another one in reply would have no end. */
function asksForVariables({ header, content }: Request): boolean {
  return (
    header.msg_type === "debug_request" && "command" in content && content.command === "inspectVariables"
  );
}

function replyName(name: string): MessageName {
  return name.replace(/_request$/, "_reply") as MessageName;
}

function isComm(name: string): name is CommName {
  return name === "comm_open" || name === "comm_msg" || name === "comm_close";
}

function hasName(header: unknown): boolean {
  const given = header as Partial<Header> | null;
  return typeof given?.msg_id === "string" && typeof given.msg_type === "string";
}

function internal(error: unknown): ReturnType<typeof failure> {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return failure(name, message, (stack ?? message).split("\n"));
}
