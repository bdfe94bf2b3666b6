import type { DebugProtocol } from "@vscode/debugprotocol";
import type { DebugReply, Message } from "../../kernel/src/messages/index.js";
import { KernelClient, type ClientOptions } from "./kernel-client.js";

export type Stopped = DebugProtocol.StoppedEvent["body"];
type Go = "continue" | "next" | "stepIn" | "stepOut";

/** A front end's debugger, in a few lines. */
export class DebugClient {
  readonly kernel: KernelClient;
  private seq = 1;
  /** Events `stopped` that were waited for already. */
  private seen = 0;

  private constructor(kernel: KernelClient) {
    this.kernel = kernel;
  }

  /** Starts a kernel of its own. */
  static async start(options: ClientOptions = {}): Promise<DebugClient> {
    return new DebugClient(await KernelClient.start(options));
  }

  stop(): Promise<void> {
    return this.kernel.stop();
  }

  /** Sends a command and waits for its reply, be it a refusal. */
  async request(command: string, given?: object): Promise<DebugReply> {
    const content = {
      type: "request" as const,
      seq: this.seq++,
      command,
      ...(given && { arguments: given as Record<string, unknown> }),
    };
    return (await this.kernel.request("debug_request", content, { channel: "control" })).reply;
  }

  /** The body of a command's reply, which must be a success. */
  async ask(command: string, given?: object): Promise<object> {
    const { success, message, body } = await this.request(command, given);
    if (!success) throw new Error(`${command}: ${message}`);
    return body as object;
  }

  async attach(given: object = {}): Promise<void> {
    await this.ask("initialize", { adapterID: "vitrine" });
    await this.ask("attach", given);
  }

  /** Sets breakpoints in a cell as JupyterLab does. Returns the cell's path. */
  async breakOn(code: string, breakpoints: readonly DebugProtocol.SourceBreakpoint[]): Promise<string> {
    await this.set(code, breakpoints);
    return this.path(code);
  }

  /** The lines to which breakpoints on these lines go. */
  async linesOf(code: string, lines: readonly number[]): Promise<(number | undefined)[]> {
    const set = await this.set(
      code,
      lines.map((line) => ({ line })),
    );
    return set.map(({ line }) => line);
  }

  /** Sends a cell, and waits until it has begun. */
  async begin(code: string): Promise<string> {
    const id = await this.kernel.send("execute_request", { code, allow_stdin: false });
    await this.kernel.until("iopub", (m) => isOf(m, "execute_input") && parentOf(m) === id);
    return id;
  }

  /** Plain text of the value of a cell that was sent. */
  async result(id: string): Promise<string> {
    const { outputs, reply } = await this.kernel.finish<"execute_request">(id);
    if (reply.status !== "ok") throw new Error(JSON.stringify(reply));
    const result = outputs.find((m) => isOf(m, "execute_result")) as Message<"execute_result"> | undefined;
    return result?.content.data["text/plain"] as string;
  }

  /** How many stops there were for which nobody waited. */
  get stops(): number {
    return this.events("stopped").length - this.seen;
  }

  /** The next stop. */
  async stopped(): Promise<Stopped> {
    const index = this.seen++;
    await this.kernel.until("iopub", () => this.events("stopped").length > index);
    return this.events("stopped")[index] as Stopped;
  }

  async go(how: Go): Promise<void> {
    await this.ask(how, { threadId: 1 });
  }

  /** Steps, and gives the frame at which it stops. */
  async step(how: Go): Promise<DebugProtocol.StackFrame> {
    await this.go(how);
    await this.stopped();
    return (await this.frames())[0]!;
  }

  async frames(): Promise<DebugProtocol.StackFrame[]> {
    const { stackFrames } = (await this.ask("stackTrace", { threadId: 1 })) as {
      stackFrames: DebugProtocol.StackFrame[];
    };
    return stackFrames;
  }

  /** The scopes of the innermost frame, by name. */
  async scopes(): Promise<ReadonlyMap<string, number>> {
    const [frame] = await this.frames();
    const { scopes } = (await this.ask("scopes", { frameId: frame!.id })) as {
      scopes: DebugProtocol.Scope[];
    };
    return new Map(scopes.map(({ name, variablesReference }) => [name, variablesReference]));
  }

  /** What is in one of them. */
  async scope(name: string): Promise<DebugProtocol.Variable[]> {
    return this.inside({ variablesReference: (await this.scopes()).get(name) ?? 0 });
  }

  async inside({ variablesReference }: { variablesReference: number }): Promise<DebugProtocol.Variable[]> {
    const { variables } = (await this.ask("variables", { variablesReference })) as {
      variables: DebugProtocol.Variable[];
    };
    return variables;
  }

  /** Values of the local variables, by name. */
  async locals(): Promise<Record<string, string>> {
    return Object.fromEntries((await this.scope("Locals")).map(({ name, value }) => [name, value]));
  }

  async evaluate(expression: string, frame?: { readonly id: number }): Promise<string> {
    const { result } = (await this.ask("evaluate", { expression, frameId: frame?.id, context: "repl" })) as {
      result: string;
    };
    return result;
  }

  /** Bodies of all events of a name so far. */
  events(name: string): unknown[] {
    return this.kernel.log
      .map(({ message }) => message)
      .filter((m): m is Message<"debug_event"> => isOf(m, "debug_event"))
      .filter(({ content }) => content.event === name)
      .map(({ content }) => content.body);
  }

  private async path(code: string): Promise<string> {
    return ((await this.ask("dumpCell", { code })) as { sourcePath: string }).sourcePath;
  }

  private async set(
    code: string,
    breakpoints: readonly DebugProtocol.SourceBreakpoint[],
  ): Promise<DebugProtocol.Breakpoint[]> {
    const source = { path: await this.path(code) };
    const set = (await this.ask("setBreakpoints", { source, breakpoints, sourceModified: false })) as {
      breakpoints: DebugProtocol.Breakpoint[];
    };
    return set.breakpoints;
  }
}

function isOf(message: Message, type: string): boolean {
  return message.header.msg_type === type;
}

function parentOf(message: Message): string | undefined {
  return (message.parent_header as { msg_id?: string }).msg_id;
}
