import { expect, test } from "vitest";
import { buildMessage, type Header, type Message } from "../../kernel/src/messages/index.js";
import { ProtocolJudge } from "../support/protocol-judge.js";

/** The judge of all other tests here must itself find what is wrong. */
const request = buildMessage("kernel_info_request", {}, { session: "client", parent: undefined }).header;
const asked: Header = { ...request, msg_type: "execute_request" };
const reply = { status: "error", ename: "E", evalue: "v", traceback: [], execution_count: 1 } as const;

function judge(): ProtocolJudge {
  const one = new ProtocolJudge();
  one.asked("shell", asked);
  return one;
}

const status = (
  execution_state: "busy" | "idle" | "starting",
  { parent = asked }: { readonly parent?: Header | null } = {},
): Message =>
  buildMessage("status", { execution_state }, { session: "k", parent: parent ?? undefined }) as Message;
const replied = (): Message =>
  buildMessage("execute_reply", reply, { session: "k", parent: asked }) as Message;
const changed = (message: Message, header: Partial<Header>): Message =>
  ({ ...message, header: { ...message.header, ...header } }) as Message;

test("a good exchange has no problems", () => {
  const one = judge();
  const welcome = buildMessage("iopub_welcome", { subscription: "" }, { session: "k", parent: undefined });
  const all = [
    one.problemsOf("iopub", status("starting", { parent: null })),
    one.problemsOf("iopub", welcome as Message),
    one.problemsOf("iopub", status("busy")),
    one.problemsOf("shell", replied()),
    one.problemsOf("iopub", status("idle")),
  ];
  expect(all.flat()).toEqual([]);
});

test.each<[string, string, Message]>([
  ["content that lacks a field", "shell", { ...replied(), content: { status: "error" } } as Message],
  [
    "a status that there is not",
    "iopub",
    { ...status("busy"), content: { execution_state: "bored" } } as Message,
  ],
  ["an unknown name", "iopub", changed(status("busy"), { msg_type: "news" })],
  ["an output on shell", "shell", status("busy")],
  ["a reply on iopub", "iopub", replied()],
  [
    "a question on shell",
    "shell",
    buildMessage(
      "input_request",
      { prompt: "", password: false },
      { session: "k", parent: asked },
    ) as Message,
  ],
  ["a reply on another channel than its request", "control", replied()],
  [
    "a reply to something else",
    "shell",
    buildMessage("connect_reply", { status: "aborted" }, { session: "k", parent: asked }) as Message,
  ],
  ["another protocol's version", "iopub", changed(status("busy"), { version: "5.0" })],
  ["no date", "iopub", changed(status("busy"), { date: "yesterday" })],
  ["a parent that was never sent", "iopub", status("busy", { parent: request })],
  ["a parent of which a field is lost", "iopub", status("busy", { parent: { ...asked, date: "" } })],
  ["no parent", "iopub", status("busy", { parent: null })],
  ["a parent for the start", "iopub", status("starting")],
  ["idle before busy", "iopub", status("idle")],
])("%s is found", (_what, channel, message) => {
  expect(judge().problemsOf(channel, message).length).toBeGreaterThan(0);
});

test("what comes twice is found: an id, a reply, a busy after idle, another session", () => {
  const one = judge();
  const first = status("busy");
  expect(one.problemsOf("iopub", first)).toEqual([]);
  expect(one.problemsOf("iopub", first)).toEqual([`status: id ${first.header.msg_id} came twice`]);
  one.problemsOf("shell", replied());
  expect(one.problemsOf("shell", replied())).toEqual(["execute_reply: a second reply"]);
  one.problemsOf("iopub", status("idle"));
  expect(one.problemsOf("iopub", status("busy"))).toEqual(["status: busy after idle"]);
  expect(
    one.problemsOf("iopub", changed(status("starting", { parent: null }), { session: "other" })),
  ).toEqual(["status: another session than before"]);
});
