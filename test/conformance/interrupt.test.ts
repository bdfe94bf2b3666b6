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
  ["a long sort", "Array.from({ length: 3e6 }, (_, i) => (i * 7919) % 3000017).sort((a, b) => a - b)"],
  ["a child process", "require('child_process').execSync('sleep 30')"],
  ["a child process without a shell", "require('child_process').spawnSync('sleep', ['30'])"],
  ["a child of a child", "require('child_process').execSync('sh -c \"sleep 30; true\"; true')"],
  [
    "code that listens to its signal",
    "await new Promise((_, fail) => cell.signal.addEventListener('abort', () => fail(cell.signal.reason)))",
  ],
  [
    "an answer that never comes",
    "const mute = require('http').createServer(() => {}).listen(0); await fetch('http://127.0.0.1:' + mute.address().port)",
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

test.each([
  [
    "a program that the cell waits for",
    "const program = require('child_process').exec('sh -c \"sleep 300; true\"; true'); program.on('exit', () => { ended = true })",
  ],
  [
    "a thread of its own",
    "const thread = new (require('worker_threads').Worker)('for (;;);', { eval: true }); thread.on('exit', () => { ended = true })",
  ],
])("%s ends with the interrupted cell", async (_name, code) => {
  await kernel.execute("globalThis.ended = false");
  const { ms } = await interrupted(`${code}; await new Promise(() => {})`);
  expect(ms).toBeLessThan(limitMs);
  const waiting =
    "for (let i = 0; i < 250 && !ended; i++) await new Promise((d) => setTimeout(d, 20)); ended";
  expect(await kernel.value(waiting)).toBe("true");
});

test("a program that was started to go on by itself goes on", async () => {
  await interrupted(
    "const lasting = require('child_process').spawn('sleep', ['300'], { detached: true }); await new Promise(() => {})",
  );
  await sleep(500);
  expect(await kernel.value("const was = lasting.signalCode; lasting.kill('SIGKILL'); was")).toBe("null");
});

test.each([
  ["an interval", "setInterval(() => { strays++; for (;;); }, 3)"],
  ["immediates", "const again = () => setImmediate(() => { strays++; again(); for (;;); }); again()"],
  ["nextTick", "setTimeout(() => process.nextTick(() => { strays++; for (;;); }), 3)"],
  ["callbacks of the file system", "require('fs').stat('/', () => { strays++; for (;;); })"],
  ["promises", "void (async () => { for (;;) { await null; strays++; } })()"],
])("busy %s of a cell that has ended stop, and do not come back", async (_name, code) => {
  await kernel.execute("globalThis.strays = 0");
  const cell = kernel.execute(`${code}; 0`);
  await sleep(300);
  const start = performance.now();
  await kernel.request("interrupt_request", {}, { channel: "control" });
  expect(performance.now() - start).toBeLessThan(limitMs);
  await cell;
  expect(Number(await kernel.value("strays"))).toBeGreaterThan(0);
  expect(
    await kernel.value("const s0 = strays; await new Promise((d) => setTimeout(d, 60)); strays - s0"),
  ).toBe("0");
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
