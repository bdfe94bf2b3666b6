import { expect, test, vi } from "vitest";
import { createAnswers, type AnswerParts } from "../../../kernel/src/front/answers.js";
import { CommList } from "../../../kernel/src/front/comm-list.js";
import type { DebugGate } from "../../../kernel/src/front/debug/gate.js";
import { History } from "../../../kernel/src/front/history.js";
import { kernelInfo } from "../../../kernel/src/front/kernel-info.js";
import type { Request } from "../../../kernel/src/front/request.js";
import { Shells } from "../../../kernel/src/front/shells.js";
import {
  contentSchemas,
  type DebugReply,
  type DebugRequest,
  type RequestName,
} from "../../../kernel/src/messages/index.js";

function debugReply({ seq, command }: DebugRequest): DebugReply {
  return { type: "response", seq: 1, request_seq: seq, command, success: true, body: {} };
}

const ports = { shell_port: 1, iopub_port: 2, stdin_port: 3, control_port: 4, hb_port: 5 };
const interrupt = vi.fn(() => Promise.resolve());
const comms = new CommList();
comms.note("comm_open", { comm_id: "c", target_name: "t" });
const shells = new Shells({ run: () => Promise.resolve(false), abort: () => {} });
const answers = createAnswers({
  comms,
  scope: {
    names: () => Promise.resolve(["halfMap"]),
    properties: () => Promise.resolve([{ name: "shape", kind: "property" }]),
    describe: () => Promise.resolve({ type: "Map", preview: "Map(1)" }),
  },
  cells: { declaring: () => undefined } as never,
  history: new History(),
  interrupter: { interrupt } as unknown as AnswerParts["interrupter"],
  debug: { answer: ({ content }) => Promise.resolve(debugReply(content)) } as Partial<DebugGate> as DebugGate,
  info: kernelInfo(),
  ports,
  shells: () => shells,
});

test.each<[Exclude<RequestName, "execute_request">, object, object]>([
  ["kernel_info_request", {}, { status: "ok", language_info: { name: "typescript" } }],
  ["connect_request", {}, { status: "ok", shell_port: 1 }],
  ["history_request", { hist_access_type: "tail" }, { status: "ok", history: [] }],
  ["interrupt_request", {}, { status: "ok" }],
  ["shutdown_request", { restart: true }, { status: "ok", restart: true }],
  ["shutdown_request", {}, { status: "ok", restart: false }],
  ["comm_info_request", {}, { status: "ok", comms: { c: { target_name: "t" } } }],
  ["comm_info_request", { target_name: "other" }, { status: "ok", comms: {} }],
  ["usage_request", {}, { status: "ok", pid: process.pid }],
  ["list_subshell_request", {}, { status: "ok", subshell_id: [] }],
  ["delete_subshell_request", { subshell_id: "none" }, { status: "error", ename: "UnknownSubshell" }],
  ["create_subshell_request", {}, { status: "ok", subshell_id: expect.any(String) }],
  ["is_complete_request", { code: "f(" }, { status: "incomplete" }],
  [
    "complete_request",
    { code: "'𝓐'; halfM", cursor_pos: 10 },
    { matches: ["halfMap"], cursor_start: 5, cursor_end: 10 },
  ],
  [
    "debug_request",
    { type: "request", seq: 3, command: "threads" },
    { request_seq: 3, command: "threads", success: true },
  ],
  ["inspect_request", { code: "halfMap", cursor_pos: 3 }, { status: "ok", found: true }],
])("%s %j", async (name, content, expected) => {
  const answer = answers[name] as (request: Request) => unknown;
  const reply = await answer({ content } as Request);
  expect(reply).toMatchObject(expected);
  const replyName = name.replace("_request", "_reply") as keyof typeof contentSchemas;
  expect(contentSchemas[replyName](reply, replyName)).toBeUndefined();
});

test("an interrupt interrupts", () => {
  expect(interrupt).toHaveBeenCalledOnce();
});

test("a subshell that was made is listed, and can be removed", () => {
  const [made] = shells.list();
  const request = { content: { subshell_id: made } } as Request<"delete_subshell_request">;
  expect(answers.delete_subshell_request(request)).toEqual({ status: "ok" });
  expect(shells.list()).toEqual([]);
});
