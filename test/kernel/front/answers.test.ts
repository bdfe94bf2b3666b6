import { expect, test, vi } from "vitest";
import { createAnswers, type AnswerParts } from "../../../kernel/src/front/answers.js";
import { History } from "../../../kernel/src/front/history.js";
import { kernelInfo } from "../../../kernel/src/front/kernel-info.js";
import type { Request } from "../../../kernel/src/front/request.js";
import { contentSchemas, type RequestName } from "../../../kernel/src/messages/index.js";

const ports = { shell_port: 1, iopub_port: 2, stdin_port: 3, control_port: 4, hb_port: 5 };
const interrupt = vi.fn(() => Promise.resolve());
const answers = createAnswers({
  session: { ask: () => Promise.resolve({ c: { target_name: "t" } }) } as never,
  scope: {
    names: () => Promise.resolve(["halfMap"]),
    properties: () => Promise.resolve([{ name: "shape", kind: "property" }]),
    describe: () => Promise.resolve({ type: "Map", preview: "Map(1)" }),
  },
  cells: { declaring: () => undefined } as never,
  history: new History(),
  interrupter: { interrupt } as unknown as AnswerParts["interrupter"],
  info: kernelInfo(),
  ports,
});

test.each<[Exclude<RequestName, "execute_request">, object, object]>([
  ["kernel_info_request", {}, { status: "ok", language_info: { name: "typescript" } }],
  ["connect_request", {}, { status: "ok", shell_port: 1 }],
  ["history_request", { hist_access_type: "tail" }, { status: "ok", history: [] }],
  ["interrupt_request", {}, { status: "ok" }],
  ["shutdown_request", { restart: true }, { status: "ok", restart: true }],
  ["shutdown_request", {}, { status: "ok", restart: false }],
  ["comm_info_request", {}, { status: "ok", comms: { c: { target_name: "t" } } }],
  ["is_complete_request", { code: "f(" }, { status: "incomplete" }],
  [
    "complete_request",
    { code: "'𝓐'; halfM", cursor_pos: 10 },
    { matches: ["halfMap"], cursor_start: 5, cursor_end: 10 },
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
