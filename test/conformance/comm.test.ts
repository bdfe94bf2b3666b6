import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "../../kernel/src/messages/index.js";
import { KernelClient, isStatus } from "../support/kernel-client.js";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
});
afterAll(async () => {
  await kernel.stop();
  expect(kernel.problems).toEqual([]);
});

async function opened(target: string, onMessage: string): Promise<string> {
  const { outputs } = await kernel.execute(
    `{ const c = comm.openComm(${JSON.stringify(target)}, { start: 1 }, { metadata: { version: "1" }, buffers: [Uint8Array.of(1, 2, 3)] });
       c.onMessage((m) => { ${onMessage} }); }`,
  );
  const open = outputs.find((m) => m.header.msg_type === "comm_open") as Message<"comm_open">;
  expect(open.content).toMatchObject({ target_name: target, data: { start: 1 } });
  expect(open.metadata).toEqual({ version: "1" });
  expect([...open.buffers[0]!]).toEqual([1, 2, 3]);
  return open.content.comm_id;
}

const said = (id: string) =>
  kernel.until(
    "iopub",
    (m) => m.header.msg_type === "comm_msg" && (m as Message<"comm_msg">).content.comm_id === id,
  );

test("a comm opened by a cell carries data and bytes both ways", async () => {
  const id = await opened(
    "echo",
    "c.send({ echo: m.data }, { buffers: m.buffers.map((b) => b.slice().reverse()) })",
  );
  await kernel.send(
    "comm_msg",
    { comm_id: id, data: { value: 7 } },
    { buffers: [Uint8Array.of(9, 8), new Uint8Array(0)] },
  );
  const answer = (await said(id)) as Message<"comm_msg">;
  expect(answer.content.data).toEqual({ echo: { value: 7 } });
  expect(answer.buffers.map((b) => [...b])).toEqual([[8, 9], []]);
});

test("a view that starts in the middle of its memory sends its own bytes only", async () => {
  const id = await opened("view", "c.send({}, { buffers: [new Float32Array([1, 2, 3, 4]).subarray(1, 3)] })");
  await kernel.send("comm_msg", { comm_id: id, data: {} });
  const { buffers } = await said(id);
  expect(buffers[0]!.byteLength).toBe(8);
  expect(new DataView(Uint8Array.from(buffers[0]!).buffer).getFloat32(0, true)).toBe(2);
});

test("comm messages are served while a cell waits; their output is theirs", async () => {
  const id = await opened("live", "console.log('served', m.data.n); c.send({ n: m.data.n })");
  const cell = await kernel.send("execute_request", {
    code: "await new Promise((d) => setTimeout(d, 400)); console.log('cell')",
  });
  await kernel.until(
    "iopub",
    (m) => m.header.msg_type === "execute_input" && JSON.stringify(m.content).includes("400"),
  );
  const message = await kernel.send("comm_msg", { comm_id: id, data: { n: 1 } });
  await said(id);
  const running = kernel.outputsOf(cell);
  expect(running.some((m) => isStatus(m, "idle"))).toBe(false);
  const done = await kernel.finish<"execute_request">(cell);
  expect(done.stdout).toBe("cell\n");
  const mine = kernel.outputsOf(message).map((m) => m.header.msg_type);
  expect(mine).toEqual(["status", "stream", "comm_msg", "status"]);
  const states = kernel.log
    .filter(({ message: m }) => m.header.msg_type === "status")
    .map(({ message: m }) => m);
  const afterIdle =
    states[
      states.findIndex(
        (m) => isStatus(m, "idle") && (m.parent_header as { msg_id: string }).msg_id === message,
      ) + 1
    ]!;
  expect([isStatus(afterIdle, "busy"), (afterIdle.parent_header as { msg_id: string }).msg_id]).toEqual([
    true,
    cell,
  ]);
});

test("a front end opens a comm to a registered target, and closes it", async () => {
  await kernel.execute(
    "globalThis.closed = 0; comm.registerCommTarget('page', (c, m) => { c.send({ got: m.data }); c.onClose(() => closed++) });",
  );
  await kernel.send("comm_open", { comm_id: "from-page", target_name: "page", data: { hello: 1 } });
  expect(((await said("from-page")) as Message<"comm_msg">).content.data).toEqual({ got: { hello: 1 } });
  const { reply } = await kernel.request("comm_info_request", { target_name: "page" });
  expect(reply).toEqual({ status: "ok", comms: { "from-page": { target_name: "page" } } });
  await kernel.send("comm_close", { comm_id: "from-page", data: {} });
  expect(await kernel.value("closed")).toBe("1");
  const after = await kernel.request("comm_info_request", { target_name: "page" });
  expect(after.reply).toEqual({ status: "ok", comms: {} });
});

test("an unknown target is answered with comm_close, an unknown comm with nothing", async () => {
  await kernel.send("comm_open", { comm_id: "nobody", target_name: "no such target", data: {} });
  await kernel.until(
    "iopub",
    (m) => m.header.msg_type === "comm_close" && JSON.stringify(m.content).includes("nobody"),
  );
  const lost = await kernel.send("comm_msg", { comm_id: "never opened", data: {} });
  await kernel.until(
    "iopub",
    (m) => (m.parent_header as { msg_id?: string }).msg_id === lost && isStatus(m, "idle"),
  );
  expect(await kernel.value("'alive'")).toBe("'alive'");
});

test("a handler that throws is told under the message, and idle follows", async () => {
  const id = await opened("throws", "throw new Error('in the handler')");
  const message = await kernel.send("comm_msg", { comm_id: id, data: {} });
  await kernel.until(
    "iopub",
    (m) => (m.parent_header as { msg_id?: string }).msg_id === message && isStatus(m, "idle"),
  );
  await kernel.until("iopub", (m) => JSON.stringify(m.content).includes("in the handler"));
});

test("a handler that never ends is interrupted, and idle follows", async () => {
  const id = await opened("loops", "for (;;);");
  const message = await kernel.send("comm_msg", { comm_id: id, data: {} });
  await kernel.until(
    "iopub",
    (m) => (m.parent_header as { msg_id?: string }).msg_id === message && isStatus(m, "busy"),
  );
  await kernel.request("interrupt_request", {}, { channel: "control" });
  await kernel.until(
    "iopub",
    (m) => (m.parent_header as { msg_id?: string }).msg_id === message && isStatus(m, "idle"),
  );
  expect(await kernel.value("'alive'")).toBe("'alive'");
});

test("64 MB arrive intact, and the cell's own array is left alone", async () => {
  const bytes = 64 * 2 ** 20;
  const code = `const big = new Uint8Array(${bytes}); for (let i = 0; i < big.length; i++) big[i] = (i * 2654435761) >>> 24;
    comm.openComm("big", {}, { id: "big", buffers: [big] }); big.length`;
  const { outputs } = await kernel.execute(code, { timeoutMs: 60_000 });
  const { buffers } = outputs.find((m) => m.header.msg_type === "comm_open")!;
  const expected = new Uint8Array(bytes);
  for (let i = 0; i < bytes; i++) expected[i] = (i * 2654435761) >>> 24;
  const digest = (data: Uint8Array): string => createHash("sha256").update(data).digest("hex");
  expect(digest(buffers[0]!)).toBe(digest(expected));
  expect(outputs.some((m) => JSON.stringify(m.content).includes(String(bytes)))).toBe(true);
});

test("4 MB come in intact", async () => {
  await kernel.execute(
    "comm.registerCommTarget('sum', (c, m) => c.send({ sum: m.buffers[0].reduce((a, b) => a + b, 0) }))",
  );
  await kernel.send(
    "comm_open",
    { comm_id: "sum", target_name: "sum", data: {} },
    { buffers: [new Uint8Array(4 * 2 ** 20).fill(3)] },
  );
  expect(((await said("sum")) as Message<"comm_msg">).content.data).toEqual({ sum: 3 * 4 * 2 ** 20 });
});
