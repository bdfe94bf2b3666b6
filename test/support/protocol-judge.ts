import {
  messageProblem,
  protocolVersion,
  type Header,
  type Message,
} from "../../kernel/src/messages/index.js";

/** Where a message of each kind belongs, apart from replies: those come where their request went. */
const channelOf: Readonly<Record<string, string>> = { input_request: "stdin", debug_event: "iopub" };
const published = new Set([
  ...["status", "stream", "display_data", "update_display_data", "execute_result", "execute_input"],
  ...["clear_output", "error", "comm_open", "comm_msg", "comm_close", "iopub_welcome", "debug_event"],
]);
/** What the kernel says of its own accord. */
const orphans = new Set(["iopub_welcome", "debug_event", "comm_open", "comm_msg", "comm_close", "stream"]);

interface Sent {
  readonly header: Header;
  readonly channel: string;
  /** What was said of it so far: busy, reply, idle. */
  readonly said: string[];
}

/** Says of each message of a kernel what breaks the protocol: on its own, and beside what was asked. */
export class ProtocolJudge {
  private readonly sent = new Map<string, Sent>();
  private readonly seen = new Set<string>();
  private session: string | undefined;

  /** Notes a message to the kernel, whose answers will be judged by it. */
  asked(channel: string, header: Header): void {
    this.sent.set(header.msg_id, { channel, header, said: [] });
  }

  /** What is wrong with a message of the kernel. */
  problemsOf(channel: string, message: Message): string[] {
    const wrong = messageProblem(message);
    if (wrong !== undefined) return [wrong];
    const name = message.header.msg_type;
    const problems = [
      ...this.headerProblems(message.header),
      ...(published.has(name) !== (channel === "iopub") ? [`came on ${channel}`] : []),
      ...((channelOf[name] ?? channel) !== channel ? [`came on ${channel}`] : []),
      ...this.parentProblems(channel, message),
    ];
    return problems.map((problem) => `${name}: ${problem}`);
  }

  private headerProblems({ msg_id, session, username, version, date }: Header): string[] {
    const problems: string[] = [];
    if (this.seen.has(msg_id)) problems.push(`id ${msg_id} came twice`);
    this.seen.add(msg_id);
    this.session ??= session;
    if (session !== this.session) problems.push("another session than before");
    if (username === "") problems.push("no user name");
    if (version !== protocolVersion) problems.push(`version ${version}`);
    if (!(Math.abs(Date.now() - Date.parse(date ?? "")) < 600_000)) problems.push(`date ${date}`);
    return problems;
  }

  private parentProblems(channel: string, { header, parent_header: parent, content }: Message): string[] {
    const name = header.msg_type;
    const id = (parent as Partial<Header>).msg_id;
    const state = (content as { readonly execution_state?: string }).execution_state;
    if (id === undefined) return orphans.has(name) || state === "starting" ? [] : ["no parent"];
    if (name === "iopub_welcome" || state === "starting") return ["a parent, where there can be none"];
    const sent = this.sent.get(id);
    if (sent === undefined) return ["its parent was never sent"];
    if (JSON.stringify(parent) !== JSON.stringify(sent.header))
      return ["its parent differs from what was sent"];
    if (name.endsWith("_reply")) return replyProblems(name, channel, sent);
    return state === undefined ? [] : stateProblems(state, sent);
  }
}

function replyProblems(name: string, channel: string, { header, channel: asked, said }: Sent): string[] {
  const problems: string[] = [];
  if (name !== header.msg_type.replace(/_request$/, "_reply")) problems.push(`answers ${header.msg_type}`);
  if (channel !== asked) problems.push(`came on ${channel}, was asked on ${asked}`);
  if (said.includes("reply")) problems.push("a second reply");
  said.push("reply");
  return problems;
}

/** A cell that goes on running is called busy again when others have ended, so only idle comes once. */
function stateProblems(state: string, { said }: Sent): string[] {
  const problems: string[] = [];
  if (state === "idle" && !said.includes("busy")) problems.push("idle before busy");
  if (said.includes("idle")) problems.push(`${state} after idle`);
  said.push(state);
  return problems;
}
