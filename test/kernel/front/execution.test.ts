import { beforeEach, expect, test } from "vitest";
import { Audience } from "../../../kernel/src/front/audience.js";
import { Cells, loadCompile } from "../../../kernel/src/front/cells.js";
import { CommList } from "../../../kernel/src/front/comm-list.js";
import { Door } from "../../../kernel/src/front/door.js";
import { Executor } from "../../../kernel/src/front/executor.js";
import { History } from "../../../kernel/src/front/history.js";
import { Publisher } from "../../../kernel/src/front/publisher.js";
import { SessionPort } from "../../../kernel/src/front/session-port.js";
import {
  buildMessage,
  messageProblem,
  type Message,
  type Outcome,
  type ToSession,
} from "../../../kernel/src/messages/index.js";

/** Door, executor and cells together, before a session that is a table of outcomes. */
let sent: Message[];
let asked: ToSession[];
let door: Door;
let outcomes: Outcome[];
let history: History;
const warnings: string[] = [];
const compile = loadCompile("/notebooks");
const uneventful = { notice: () => undefined, verdict: () => undefined };

beforeEach(() => {
  sent = [];
  asked = [];
  outcomes = [];
  history = new History();
  const publisher = new Publisher("k", (message) => sent.push(message));
  const session: SessionPort = new SessionPort(
    (id, message) => {
      asked.push(message);
      queueMicrotask(() =>
        session.settle(id, message.ask === "execute" ? (outcomes.shift() ?? { status: "ok" }) : null),
      );
    },
    (tale) => void door.told(tale),
  );
  const cells = new Cells(compile);
  const audience = new Audience();
  audience.subscribed();
  door = new Door({
    id: "k",
    answers: { kernel_info_request: () => Promise.reject(new TypeError("inside")) } as never,
    executor: new Executor({ session, publisher, history, cells, ...uneventful }),
    publisher,
    audience,
    session,
    cells,
    comms: new CommList(),
    desk: () => expect.unreachable(),
    reply: (_channel, message) => void sent.push(message),
    shutdown: () => {},
    warn: (sentence) => void warnings.push(sentence),
  });
});

const around = { session: "f", parent: undefined };
const execute = (code: string, more: object = {}): Promise<void> => {
  const message = buildMessage("execute_request", { code, ...more }, around);
  return door.receive("shell", { ...message, identities: [] });
};
const names = (): string[] =>
  sent.map((m) =>
    m.header.msg_type === "status"
      ? String((m.content as { execution_state: string }).execution_state)
      : m.header.msg_type,
  );
const replies = (): unknown[] =>
  sent.filter((m) => m.header.msg_type === "execute_reply").map((m) => m.content);

test("busy, input, result, reply, idle: each well formed and under the request", async () => {
  outcomes = [{ status: "ok", shown: { data: { "text/plain": "2" }, metadata: {} } }];
  await execute("1 + 1");
  expect(names()).toEqual(["busy", "execute_input", "execute_result", "execute_reply", "idle"]);
  expect(sent.map((m) => messageProblem(m))).toEqual(sent.map(() => undefined));
  expect(new Set(sent.map((m) => JSON.stringify(m.parent_header))).size).toBe(1);
  expect(history.find({ hist_access_type: "tail", output: true })).toEqual([[1, 1, ["1 + 1", "2"]]]);
});

test("code that can't be compiled never reaches the session", async () => {
  await execute("let x: = 3");
  expect(asked).toEqual([]);
  expect(replies()[0]).toMatchObject({ status: "error", ename: "SyntaxError", execution_count: 1 });
  expect(names()).toEqual(["busy", "execute_input", "error", "execute_reply", "idle"]);
});

test("an interrupted cell says so", async () => {
  outcomes = [{ status: "interrupted" }];
  await execute("for (;;);");
  expect(replies()[0]).toMatchObject({ status: "error", ename: "KeyboardInterrupt" });
});

test("stacks are told in the places of the cell as typed", async () => {
  outcomes = [
    {
      status: "error",
      thrown: {
        ename: "Error",
        evalue: "e",
        stacks: ["Error: e\n    at cell-1.ts:1:7\n    at node:internal/x:1:1"],
      },
    },
  ];
  await execute("throw new Error('e')");
  expect((replies()[0] as { traceback: string[] }).traceback).toEqual([
    "Error: e",
    expect.stringMatching(/^ {4}at cell-1\.ts/),
  ]);
});

test("a cell that the engine refused does not count as declaring its names", async () => {
  outcomes = [
    { status: "error", thrown: { ename: "SyntaxError", evalue: "e", stacks: ["SyntaxError: e"] } },
    { status: "error", thrown: { ename: "Error", evalue: "e", stacks: ["Error: e\n    at cell-1.ts:1:1"] } },
  ];
  const cells = new Cells(compile);
  const history1 = new History();
  const publisher = new Publisher("k", () => {});
  const session: SessionPort = new SessionPort(
    (id) => queueMicrotask(() => session.settle(id, outcomes.shift()!)),
    () => {},
  );
  const executor = new Executor({ session, publisher, history: history1, cells, ...uneventful });
  const request = (code: string) => ({ content: { code }, header: around }) as never;
  await executor.execute(request("const refused = 1"));
  expect(cells.declaring("refused")).toBeUndefined();
  await executor.execute(request("const ran = 1; throw 0"));
  expect(cells.declaring("ran")).toBe("const ran = 1; throw 0");
});

test("what was not stored has the count of the last that was", async () => {
  await execute("1");
  await execute("2", { store_history: false });
  await execute("3", { silent: true });
  await execute("4");
  expect(replies().map((reply) => (reply as { execution_count: number }).execution_count)).toEqual([
    1, 1, 1, 2,
  ]);
});

test("a request with a wrong field, or for a subshell that is not there, is refused between busy and idle", async () => {
  await execute(7 as never);
  const message = buildMessage("execute_request", { code: "0" }, around);
  const header = { ...message.header, subshell_id: "lost" };
  await door.receive("shell", { ...message, header, identities: [] });
  expect(names()).toEqual(["busy", "execute_reply", "idle", "busy", "execute_reply", "idle"]);
  expect(replies()).toMatchObject([
    { ename: "ProtocolError", evalue: "execute_request.code: got 7, wanted a string", execution_count: 0 },
    { ename: "UnknownSubshell", evalue: "no subshell lost", execution_count: 0 },
  ]);
  expect(asked).toEqual([]);
});

test("idle comes also when an answer fails", async () => {
  await door.receive("shell", { ...buildMessage("kernel_info_request", {}, around), identities: [] });
  expect(names()).toEqual(["busy", "kernel_info_reply", "idle"]);
  expect(sent[1]!.content).toMatchObject({ status: "error", ename: "TypeError", evalue: "inside" });
});

test.each([
  ["no header", { header: null }],
  [
    "a name that is no message's",
    { header: { msg_type: "toString", msg_id: "1", session: "s", username: "u" } },
  ],
  [
    "a reply",
    {
      header: { msg_type: "execute_reply", msg_id: "1", session: "s", username: "u" },
      content: { status: "aborted" },
    },
  ],
])("%s is dropped with a line, and nothing is sent", async (_name, change) => {
  const before = warnings.length;
  const message = {
    parent_header: {},
    metadata: {},
    content: {},
    buffers: [],
    identities: [],
    ...change,
  };
  await door.receive("shell", message);
  expect(sent).toEqual([]);
  expect(warnings).toHaveLength(before + 1);
});

test("an error that nothing caught is printed under its cause", async () => {
  const { header } = buildMessage("execute_request", { code: "" }, around);
  const thrown = { ename: "Error", evalue: "late", stacks: ["Error: late\n    at cell-9.ts:1:1"] };
  await door.told({ tell: "uncaught", cause: { header, silent: false }, what: "uncaught error", thrown });
  await execute("0");
  expect(sent[0]!.content).toEqual({
    name: "stderr",
    text: "uncaught error: Error: late\n    at cell-9.ts:1:1\n",
  });
  expect(sent[0]!.parent_header).toEqual(header);
});
