import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { KernelClient, type ClientOptions } from "../support/kernel-client.js";

const kernels: KernelClient[] = [];
async function started(options: ClientOptions = {}): Promise<KernelClient> {
  const kernel = await KernelClient.start(options);
  kernels.push(kernel);
  return kernel;
}
afterEach(async () => {
  for (const kernel of kernels.splice(0)) {
    await kernel.stop();
    expect(kernel.problems).toEqual([]);
  }
});

describe("a cell that takes too much memory is stopped before the process dies, its variables kept", () => {
  test.each([
    [
      "JavaScript's heap",
      { nodeFlags: ["--max-old-space-size=512"] },
      "for (;;) hog.push(new Array(1e5).fill(1.5));",
      /^\d+ of 537 MB of JavaScript's heap in use; the cell was stopped/,
    ],
    [
      "arrays outside the heap",
      { env: { MEM_LIMIT: "700000000" } },
      "for (;;) hog.push(new Float32Array(1e6).fill(1));",
      /^\d+ of \d+ MB of what this process may have in use; the cell was stopped/,
    ],
    [
      "buffers of a loop that awaits",
      { env: { MEM_LIMIT: "700000000" } },
      "for (;;) { hog.push(Buffer.alloc(4e6, 1)); await new Promise((d) => setTimeout(d, 1)); }",
      /^\d+ of \d+ MB of what this process may have in use; the cell was stopped/,
    ],
  ])("%s", async (_what, options, code, sentence) => {
    const kernel = await started(options);
    await kernel.execute("const hog = [], kept = 41;");
    const { reply, stderr } = await kernel.execute(code, { timeoutMs: 60_000 });
    expect(reply).toMatchObject({ status: "error", ename: "MemoryError" });
    expect((reply as { evalue: string }).evalue).toMatch(sentence);
    expect(stderr).toBe("");
    expect(await kernel.value("const full = hog.length; hog.length = 0; full > 0 && kept + 1")).toBe("42");
    expect(await kernel.value("kept + 2")).toBe("43");
  });

  test("one that makes garbage, however much, is not", async () => {
    const kernel = await started({ env: { MEM_LIMIT: "700000000" } });
    const { reply } = await kernel.execute(
      "let sum = 0; for (let i = 0; i < 1500; i++) sum += new Float32Array(1e6).fill(1)[5]; sum",
      { timeoutMs: 60_000 },
    );
    expect(reply).toMatchObject({ status: "ok" });
  });
});

describe("no cell ends the kernel or makes it deaf", () => {
  let kernel: KernelClient;
  beforeAll(async () => {
    kernel = await KernelClient.start();
    await kernel.execute("const kept = 41;");
  });
  afterAll(async () => {
    await kernel.stop();
    expect(kernel.problems).toEqual([]);
  });

  test.each([
    ["process.exit()", "process.exit(0)", "process.exit(0) is not for cells"],
    [
      "process.exit() that is imported",
      "import { exit } from 'node:process'; exit(3)",
      "process.exit(3) is not",
    ],
    ["process.abort()", "process.abort()", "process.abort() is not for cells"],
    [
      "a signal to itself",
      "process.kill(process.pid, 'SIGKILL')",
      "process.kill() of the kernel itself is not",
    ],
    ["a stack that overflows", "const down = () => down() + 1; down()", "Maximum call stack size exceeded"],
    ["an array that is too long", "new Float64Array(2 ** 53)", "Invalid typed array length"],
    ["a declaration in the place of Map", "class Map {}", "Identifier 'Map' has already been declared"],
  ])("%s is an error", async (_what, code, sentence) => {
    const { reply } = await kernel.execute(code);
    expect(reply).toMatchObject({ status: "error", evalue: expect.stringContaining(sentence) as string });
    expect(await kernel.value("kept + 1")).toBe("42");
  });

  test.each([
    [
      "a rejected promise",
      "void Promise.reject(new Error('lost one')); 0",
      /nothing caught it: Error: lost one/,
    ],
    [
      "an error in a timer",
      "setTimeout(() => { throw new Error('late one') }, 5); 0",
      /uncaught error: Error: late one/,
    ],
    [
      "an error in a timer with every listener removed",
      "process.removeAllListeners(); setTimeout(() => { throw new Error('bare one') }, 5); 0",
      /uncaught error: Error: bare one/,
    ],
    [
      "a thing thrown that is no error",
      "setTimeout(() => { throw 7 }, 5); 0",
      /a value was thrown that is no error: 7/,
    ],
  ])("%s that nothing catches is told under its cell", async (_what, code, sentence) => {
    const id = await kernel.send("execute_request", { code, allow_stdin: false });
    const told = await kernel.until(
      "iopub",
      (m) =>
        m.header.msg_type === "stream" &&
        (m.parent_header as { msg_id?: string }).msg_id === id &&
        sentence.test((m.content as { text: string }).text),
    );
    expect((told.content as { name: string }).name).toBe("stderr");
    expect(await kernel.value("kept + 1")).toBe("42");
  });

  test("a cell may listen for uncaught errors itself", async () => {
    await kernel.execute("process.once('uncaughtException', (e) => { globalThis.heard = e.message });");
    const { stderr } = await kernel.execute(
      "setTimeout(() => { throw new Error('mine') }, 1); await new Promise((d) => setTimeout(d, 30))",
    );
    expect(stderr).toBe("");
    expect(await kernel.value("heard")).toBe("'mine'");
  });

  test.each([
    ["another folder", "process.chdir('/')"],
    [
      "no JSON, Promise, Map and Error",
      "JSON = null; Promise = null; Map = null; Error = null; Object = null",
    ],
    ["no timers", "globalThis.setTimeout = globalThis.setInterval = globalThis.setImmediate = null"],
    ["a shadowed timer", "import { setTimeout } from 'node:timers/promises'; await setTimeout(1)"],
    ["a shadowed process", "import process from 'node:process'; process.version"],
    ["a shadowed performance", "var performance = 5"],
    ["no process", "globalThis.process = null"],
    ["no Buffer, no queueMicrotask", "globalThis.Buffer = globalThis.queueMicrotask = null"],
    [
      "no streams",
      "Object.defineProperty(require('process'), 'stdout', { value: null, configurable: true })",
    ],
    ["a stream that says nothing", "require('process').stderr.write = () => true"],
    ["no console", "globalThis.console = null"],
  ])("%s", async (_what, code) => {
    const other = await started();
    await other.execute("const print = console.log, kept = 41;");
    await other.execute(code);
    const { stdout, stderr } = await other.execute(
      "print('out'); require('process').stderr.write('err'); display({ a: 1 });",
    );
    expect([stdout, stderr]).toEqual(["out\n", "err"]);
    expect(await other.value("kept + 1")).toBe("42");
    expect((await other.execute("throw new TypeError('seen')")).reply).toMatchObject({ evalue: "seen" });
  });
});

test("what a kernel does is written down beside its connection file until it says goodbye", async () => {
  const kernel = await started();
  const folder = (await kernel.value("process.cwd()"))!.slice(1, -1);
  const file = join(folder, "connection.json.last");
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ pid: kernel.process.pid });
  const id = await kernel.send("execute_request", { code: "for (;;);", allow_stdin: false });
  await expect.poll(() => readFileSync(file, "utf8"), { timeout: 5000 }).toContain('"cell":2');
  await kernel.request("interrupt_request", {}, { channel: "control" });
  await kernel.finish(id);
  const gone = once(kernel.process, "exit");
  await kernel.request("shutdown_request", { restart: false }, { channel: "control" });
  await gone;
  expect(existsSync(file)).toBe(false);
});
