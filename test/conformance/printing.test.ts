import { afterAll, beforeAll, expect, test } from "vitest";
import { KernelClient } from "../support/kernel-client.js";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
});
afterAll(async () => {
  await kernel.stop();
  expect(kernel.problems).toEqual([]);
});

test("a million printed lines all arrive, in order, before idle", { timeout: 120_000 }, async () => {
  const code = "for (let i = 0; i < 1e6; i++) console.log(i)";
  const { stdout } = await kernel.execute(code, { timeoutMs: 100_000 });
  const lines = stdout.split("\n");
  expect(lines).toHaveLength(1_000_001);
  expect(lines.findIndex((line, i) => line !== String(i))).toBe(1_000_000);
});

test("what is printed is not told to the inspector as well: that costs more than the printing", async () => {
  const { stdout, stderr } = await kernel.execute(`
    const inspector = new (require("node:inspector").Session)();
    inspector.connect();
    const told: string[] = [];
    inspector.on("Runtime.consoleAPICalled", ({ params }) => told.push(params.type));
    inspector.post("Runtime.enable");
    for (const method of ["log", "info", "debug", "warn", "error"] as const) console[method](method, 1);
    inspector.disconnect();
    console.log(told.length, "told");`);
  expect(stdout).toBe("log 1\ninfo 1\ndebug 1\n0 told\n");
  expect(stderr).toBe("warn 1\nerror 1\n");
});

test("the console groups and counts as Node's", async () => {
  const { stdout } = await kernel.execute(`
    console.group("shells");
    console.log("first\\nsecond");
    console.groupEnd();
    console.count("cells");`);
  expect(stdout).toBe("shells\n  first\n  second\ncells: 1\n");
});
