import { beforeEach, expect, test } from "vitest";
import { DebugAdapter } from "../../../../kernel/src/front/debug/adapter.js";
import { createCommands } from "../../../../kernel/src/front/debug/commands.js";
import { DebugGate } from "../../../../kernel/src/front/debug/gate.js";
import { contentSchemas, type DebugEvent, type Header } from "../../../../kernel/src/messages/index.js";
import { FakeInspector } from "./fake-inspector.js";
import { uncompiled } from "./uncompiled.js";

const header = { msg_id: "attached by this" } as Header;
let inspector: FakeInspector;
let events: [DebugEvent, Header | undefined][];
let parts: ConstructorParameters<typeof DebugAdapter>[0];
let adapter: DebugAdapter;
let answerEvaluation: (outcome: unknown) => void;

beforeEach(() => {
  inspector = new FakeInspector();
  events = [];
  parts = {
    inspector,
    cells: { ...uncompiled, at: () => undefined, names: () => [], commit: () => Promise.resolve() } as never,
    session: { ask: () => new Promise((resolve) => (answerEvaluation = resolve)) } as never,
    folder: "/notebooks",
    emit: (event, parent) => events.push([event, parent]),
  };
  adapter = new DebugAdapter(parts);
});

const ask = (
  command: string,
  given?: Record<string, unknown>,
  from: Pick<DebugAdapter, "answer"> = adapter,
) => from.answer({ type: "request", seq: 7, command, ...(given && { arguments: given }) }, header);

test("every reply and every event is one that the protocol knows", async () => {
  const replies = [
    await ask("initialize"),
    await ask("attach", {}),
    await ask("debugInfo"),
    await ask("threads"),
    await ask("stackTrace", { threadId: 1 }),
    await ask("setBreakpoints", { source: { path: "/notebooks/a.js" }, breakpoints: [{ line: 1 }] }),
    await ask("nothing of this name"),
    await ask("setBreakpoints", {}),
    await ask("disconnect"),
  ];
  for (const reply of replies) {
    expect(contentSchemas.debug_reply(reply, "debug_reply")).toBeUndefined();
    expect(reply).toMatchObject({ request_seq: 7 });
  }
  expect(replies.map(({ success }) => success)).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    true,
  ]);
  expect(events.map(([{ event }]) => event)).toEqual(["initialized", "terminated"]);
  for (const [event, parent] of events) {
    expect(contentSchemas.debug_event(event, "debug_event")).toBeUndefined();
    expect(parent).toBe(header);
  }
  const numbers = [...replies, ...events.map(([event]) => event)].map(({ seq }) => seq);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("a stop is told, frames and threads are known, and the end is forced by an interrupt", async () => {
  await ask("attach");
  expect(adapter.end()).toBe(false);
  inspector.tell("Debugger.scriptParsed", { scriptId: "1", url: "file:///notebooks/a.js" });
  inspector.pauseIn(["1"]);
  expect(events.at(-1)?.[0]).toMatchObject({ event: "stopped", body: { threadId: 1 } });
  expect((await ask("debugInfo")).body).toMatchObject({ isStarted: true, stoppedThreads: [1] });
  const { stackFrames } = (await ask("stackTrace", { threadId: 1 })).body as {
    stackFrames: { id: number }[];
  };
  expect((await ask("scopes", { frameId: stackFrames[0]!.id })).success).toBe(true);
  expect(await ask("scopes", { frameId: 99 })).toMatchObject({
    success: false,
    message: "frame 99: the program has gone on since",
  });
  expect(adapter.end()).toBe(true);
  expect(inspector.sent.at(-1)).toBe("Debugger.resume");
});

test("code that runs in its turn keeps no other request waiting", async () => {
  const evaluated = ask("evaluate", { expression: "await forEver()" });
  expect((await ask("threads")).success).toBe(true);
  answerEvaluation({ status: "ok", shown: { data: { "text/plain": "in the end" }, metadata: {} } });
  expect((await evaluated).body).toEqual({ result: "in the end", variablesReference: 0 });
});

test("names are checked before they become code", async () => {
  expect(
    await ask("copyToGlobals", { srcVariableName: "a", dstVariableName: "b; c", srcFrameId: 1 }),
  ).toMatchObject({
    success: false,
    message: "b; c: got no name, wanted that of a variable",
  });
  expect((await ask("richInspectVariables", { variableName: "a b" })).body).toEqual({
    data: {},
    metadata: {},
  });
});

test("commands are a table by their names in the protocol", () => {
  expect(Object.keys(createCommands({} as never))).toEqual(
    expect.arrayContaining([
      "initialize",
      "attach",
      "setBreakpoints",
      "evaluate",
      "copyToGlobals",
      "dumpCell",
    ]),
  );
});

test("behind the gate there is no debugger before a front end asks for one", async () => {
  const gate = new DebugGate(parts);
  await gate.beforeCell({} as never);
  expect(gate.end()).toBe(false);
  expect(inspector.sent).toEqual([]);
  const content = { type: "request", seq: 1, command: "initialize" } as const;
  expect(await gate.answer({ content, header } as never)).toMatchObject({
    success: true,
    command: "initialize",
  });
});
