import { MessageChannel } from "node:worker_threads";
import { afterAll, expect, test } from "vitest";
import {
  unpackPrinted,
  type Answers,
  type Cause,
  type FromSession,
  type Header,
} from "../../../kernel/src/messages/index.js";
import { defineGlobals } from "../../../kernel/src/session/globals.js";
import { guardProcess } from "../../../kernel/src/session/process-guard.js";
import { createSession } from "../../../kernel/src/session/session.js";
import { captureStdio } from "../../../kernel/src/session/stdio.js";
import { temporaryFolder } from "../../support/temporary.js";

/** A session takes over the process that it lives in; what it takes is given back at the end. */
const { exit, abort, kill } = process;
const writes = [process.stdout.write, process.stderr.write] as const;
const listeners = ["uncaughtException", "unhandledRejection"].map(
  (name) => [name, process.listeners(name as never)] as const,
);
for (const [name] of listeners) process.removeAllListeners(name);
afterAll(() => {
  Object.assign(process, { exit, abort, kill });
  process.setUncaughtExceptionCaptureCallback(null);
  [process.stdout.write, process.stderr.write] = writes;
  for (const [name, before] of listeners) {
    process.removeAllListeners(name);
    for (const one of before) process.on(name, one as never);
  }
});

const told: (FromSession | string)[] = [];
const session = createSession({
  folder: temporaryFolder(),
  engine: "repl",
  inputFlag: new Int32Array(new SharedArrayBuffer(4)),
  inputPort: new MessageChannel().port1,
  tell: (message) => void told.push(message),
});
const cause = (msg_id: string, silent = false): Cause => {
  const header: Header = { msg_id, session: "s", username: "u", msg_type: "execute_request" };
  return { header, silent };
};
let ids = 100;

async function answered<K extends keyof Answers>(id: number): Promise<Answers[K]> {
  const find = (): FromSession | string | undefined =>
    told.find((one) => typeof one !== "string" && one.tell === "answer" && one.id === id);
  await expect.poll(find).toBeDefined();
  return (find() as unknown as { value: Answers[K] }).value;
}

function execute(
  code: string,
  options: { hasValue?: boolean; cause?: Cause } = {},
): Promise<Answers["execute"]> {
  const id = ids++;
  session.receive(id, {
    ask: "execute",
    cause: options.cause ?? cause("c"),
    code,
    hasValue: options.hasValue ?? true,
  });
  return answered<"execute">(id);
}

const printed = (): unknown[] =>
  told.filter((one) => typeof one === "string").map((one) => unpackPrinted(one).text);

test("what was printed before the first cell belongs to it, and a module that fails is a line", async () => {
  session.start(["no-such-module"]);
  process.stdout.write("early\n");
  expect(printed()).toEqual([]);
  await execute("0");
  expect(printed()).toEqual([
    "early\n",
    expect.stringContaining("no-such-module could not be loaded at the start"),
  ]);
});

test("a cell's value is shown, in forms that JSON can carry", async () => {
  expect(await execute("21 * 2")).toEqual({
    status: "ok",
    shown: { data: { "text/plain": "42" }, metadata: {} },
  });
  expect(await execute("21 * 2", { hasValue: false })).toEqual({ status: "ok" });
  expect(await execute("undefined")).toEqual({ status: "ok" });
  const own = "({ [Symbol.for('Jupyter.display')]: () => ({ 'a/b': new Date(0), 'c/d': Number.NaN }) })";
  expect(await execute(own)).toMatchObject({
    shown: { data: { "a/b": "1970-01-01T00:00:00.000Z", "c/d": null } },
  });
});

test("an error comes with its stacks", async () => {
  const done = await execute(
    "throw new RangeError('x', { cause: new Error('why') })\n//# sourceURL=cell-1.ts",
  );
  expect(done).toMatchObject({ status: "error", thrown: { ename: "RangeError", evalue: "x" } });
  const { stacks } = (done as unknown as { thrown: { stacks: string[] } }).thrown;
  expect(stacks[0]).toContain("at cell-1.ts:1:7");
  expect(stacks[1]).toMatch(/^caused by Error: why/);
});

test("silent code prints and shows nothing", async () => {
  const before = told.length;
  await execute("process.stdout.write('y'); display(1); 0", { cause: cause("q", true) });
  expect(told.slice(before).filter((one) => typeof one === "string" || one.tell !== "answer")).toEqual([]);
});

test("comms are dispatched, listed, and their failures told", async () => {
  await execute(
    "comm.registerCommTarget('t', (c, m) => { c.send({ got: m.data.n, bytes: [...m.buffers[0]] }) }); 0",
  );
  const opened = { comm_id: "1", target_name: "t", data: { n: 5 } };
  session.receive(1, {
    ask: "comm",
    cause: cause("m"),
    type: "comm_open",
    content: opened,
    metadata: {},
    buffers: [Uint8Array.of(9)],
  });
  await answered<"comm">(1);
  const message = told.find(
    (one) => typeof one !== "string" && one.tell === "publish" && one.type === "comm_msg",
  ) as { json: string; cause: Cause };
  expect(JSON.parse(message.json)).toMatchObject({ content: { comm_id: "1", data: { got: 5, bytes: [9] } } });
  expect(message.cause.header.msg_id).toBe("m");
  session.receive(3, {
    ask: "comm",
    cause: cause("m"),
    type: "comm_open",
    content: { ...opened, comm_id: "2" },
    metadata: {},
    buffers: [],
  });
  await answered<"comm">(3);
  expect(told.some((one) => typeof one !== "string" && one.tell === "uncaught")).toBe(true);
});

test("an interrupt aborts the signal of what runs, each cell's own", async () => {
  const running = execute(
    "await new Promise((_, fail) => cell.signal.addEventListener('abort', () => fail(cell.signal.reason)))",
  );
  await new Promise((done) => setTimeout(done, 50));
  session.receive(10, { ask: "interrupt", leave: [] });
  expect(await running).toEqual({ status: "interrupted" });
  expect(await execute("cell.signal.aborted")).toMatchObject({ shown: { data: { "text/plain": "false" } } });
});

test("a cell that is interrupted before its first line does not run", async () => {
  const running = execute("globalThis.ran = true");
  session.receive(11, { ask: "interrupt", leave: [] });
  expect(await running).toEqual({ status: "interrupted" });
  expect("ran" in globalThis).toBe(false);
});

test("buffers are copied before the call returns, and only their own bytes", async () => {
  await execute(
    "const memory = new Uint8Array([1, 2, 3, 4]); comm.openComm('b', {}, { buffers: [memory.subarray(1, 3)] }); memory.fill(0); memory.length",
  );
  const open = told.find(
    (one) => typeof one !== "string" && one.tell === "publish" && one.json.includes('"b"'),
  ) as unknown as { buffers: Uint8Array[] };
  expect([...open.buffers[0]!]).toEqual([2, 3]);
  expect(open.buffers[0]!.buffer.byteLength).toBe(2);
});

test("process.exit throws; what nothing caught is told with its cause", async () => {
  expect(await execute("process.exit(1)")).toMatchObject({ status: "error" });
  const uncaught: string[] = [];
  guardProcess((what, error) => uncaught.push(`${what}: ${String(error)}`));
  setImmediate(() => {
    throw new Error("lost");
  });
  await expect.poll(() => uncaught).toEqual(["uncaught error: Error: lost"]);
  process.once("uncaughtException", () => {
    throw new Error("again");
  });
  setImmediate(() => {
    throw new Error("heard by the cell's own listener");
  });
  await expect.poll(() => uncaught).toEqual(["uncaught error: Error: lost", "uncaught error: Error: again"]);
  expect(() => process.exit(2)).toThrow("process.exit(2) is not for cells");
  expect(() => process.abort()).toThrow("process.abort() is not for cells");
  expect(() => process.kill(process.pid)).toThrow("process.kill() of the kernel itself is not for cells");
  expect(process.kill(process.pid, 0)).toBe(true);
});

test("what a cell has without an import may be replaced by the cell", () => {
  const nothing = (() => undefined) as never;
  defineGlobals(nothing, nothing);
  const mine = globalThis as unknown as Record<string, unknown>;
  expect(
    ["display", "input", "prompt", "cell", "comm", "clearOutput", "require"].filter(
      (name) => !(name in mine),
    ),
  ).toEqual([]);
  mine["display"] = 5;
  expect(mine["display"]).toBe(5);
  expect(Object.keys(globalThis)).not.toContain("comm");
});

test("bytes are whole characters, hexadecimal digits are bytes, callbacks are called once and later", async () => {
  const got: string[] = [];
  const order: string[] = [];
  captureStdio((name, text) => got.push(`${name}:${text}`));
  for (const byte of Buffer.from("ä")) process.stdout.write(Uint8Array.of(byte));
  process.stderr.write("6869", "hex");
  process.stdout.write("x", () => order.push("called"));
  process.stdout.write("y", "utf8", () => order.push("called too"));
  order.push("returned");
  await new Promise((done) => setImmediate(done));
  expect(got).toEqual(["stdout:ä", "stderr:hi", "stdout:x", "stdout:y"]);
  expect(order).toEqual(["returned", "called", "called too"]);
});
