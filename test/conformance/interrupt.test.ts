import { afterAll, beforeAll, expect, test } from "vitest";
import { KernelClient } from "../support/kernel-client.js";

/** An interrupt takes effect within this time, in milliseconds, as the design promises. */
const limitMs = 1000;

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
  await kernel.execute(
    "const kept = { from: 'before' }; let ticks = 0; const beat = setInterval(() => { ticks++ }, 5);",
  );
});
afterAll(async () => {
  await kernel.stop();
  expect(kernel.problems).toEqual([]);
});

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function interrupted(code: string, afterMs: number = 300): Promise<{ ms: number; ename: string }> {
  const id = await kernel.send("execute_request", { code, allow_stdin: false });
  await kernel.until(
    "iopub",
    (m) => m.header.msg_type === "execute_input" && (m.parent_header as { msg_id: string }).msg_id === id,
  );
  await sleep(afterMs);
  const start = performance.now();
  const answered = kernel.request("interrupt_request", {}, { channel: "control" });
  const { reply } = await kernel.finish<"execute_request">(id);
  const ms = performance.now() - start;
  expect((await answered).reply).toEqual({ status: "ok" });
  return { ms, ename: (reply as { ename: string }).ename };
}

test.each([
  ["a busy loop", "while (true) {}"],
  ["a busy loop that catches everything", "for (;;) { try { for (;;); } catch {} finally { for (;;); } }"],
  ["a loop of microtasks", "for (;;) await null"],
  ["a busy loop after an await", "await 1; while (true);"],
  ["a promise that never settles", "await new Promise(() => {})"],
  ["a busy loop in a timer", "setTimeout(() => { for (;;); }, 5); await new Promise(() => {})"],
  ["a busy loop in an immediate", "setImmediate(() => { for (;;); }); await new Promise(() => {})"],
  [
    "a busy loop in a callback of the file system",
    "require('fs').readFile(process.execPath, () => { for (;;); }); await new Promise(() => {})",
  ],
  ["a busy loop in nextTick", "process.nextTick(() => { for (;;); }); await new Promise(() => {})"],
  ["a regular expression without end", "/(a+)+$/.test('a'.repeat(40) + 'b')"],
  ["a sleeping thread", "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)"],
  ["a child process", "require('child_process').execSync('sleep 30')"],
  ["a child of a child", "require('child_process').execSync('sh -c \"sleep 30; true\"; true')"],
  [
    "code that listens to its signal",
    "await new Promise((_, fail) => cell.signal.addEventListener('abort', () => fail(cell.signal.reason)))",
  ],
  ["a value that takes for ever to show", "({ [Symbol.for('Jupyter.display')]() { for (;;); } })"],
])("%s stops within a second, variables and timers stay", async (_name, code) => {
  const { ms, ename } = await interrupted(code);
  expect(ename).toBe("KeyboardInterrupt");
  expect(ms).toBeLessThan(limitMs);
  expect(await kernel.value("kept.from")).toBe("'before'");
  expect(
    await kernel.value("const t0 = ticks; await new Promise((d) => setTimeout(d, 60)); ticks > t0"),
  ).toBe("true");
});

test.each([
  ["timers", "for (;;) { await new Promise((d) => setTimeout(d, 3)); rounds++ }"],
  [
    "timers, catching everything",
    "for (;;) { try { await new Promise((d) => setTimeout(d, 3)); rounds++ } catch {} }",
  ],
  ["immediates", "for (;;) { await new Promise((d) => setImmediate(d)); rounds++ }"],
  ["the file system", "const { stat } = require('fs/promises'); for (;;) { await stat('/'); rounds++ }"],
  ["an interval of its own", "setInterval(() => { rounds++ }, 3); await new Promise(() => {})"],
])("a loop over %s does not go on behind the scenes", async (_name, code) => {
  await kernel.execute("globalThis.rounds = 0");
  const { ms } = await interrupted(code);
  expect(ms).toBeLessThan(limitMs);
  expect(Number(await kernel.value("rounds"))).toBeGreaterThan(0);
  expect(
    await kernel.value("const r0 = rounds; await new Promise((d) => setTimeout(d, 60)); rounds - r0"),
  ).toBe("0");
  expect(
    await kernel.value("const t1 = ticks; await new Promise((d) => setTimeout(d, 60)); ticks > t1"),
  ).toBe("true");
});

test("code that handles the interrupt itself ends as it likes", async () => {
  const id = await kernel.send("execute_request", {
    code: "await new Promise((done) => cell.signal.addEventListener('abort', () => done('tidied up')))",
  });
  await sleep(200);
  await kernel.request("interrupt_request", {}, { channel: "control" });
  const { reply, outputs } = await kernel.finish<"execute_request">(id);
  expect(reply.status).toBe("ok");
  expect(JSON.stringify(outputs)).toContain("tidied up");
});

test("each cell has a signal of its own", async () => {
  expect(await kernel.value("cell.signal.aborted")).toBe("false");
});

test("an interrupt of an idle kernel does nothing; of a stray loop it stops the loop", async () => {
  await kernel.request("interrupt_request", {}, { channel: "control" });
  expect(await kernel.value("kept.from")).toBe("'before'");
  await kernel.execute("setTimeout(() => { for (;;); }, 20)");
  await sleep(100);
  await kernel.request("interrupt_request", {}, { channel: "control" });
  expect(await kernel.value("kept.from")).toBe("'before'");
});

test("cells that waited behind an interrupted one are aborted", async () => {
  const ids = [
    await kernel.send("execute_request", { code: "for (;;);" }),
    await kernel.send("execute_request", { code: "globalThis.behind = 1" }),
  ];
  await sleep(200);
  await kernel.request("interrupt_request", {}, { channel: "control" });
  const done = await Promise.all(ids.map((id) => kernel.finish<"execute_request">(id)));
  expect(done.map(({ reply }) => reply.status)).toEqual(["error", "aborted"]);
});
