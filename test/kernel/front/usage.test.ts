import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { UsageMeter } from "../../../kernel/src/front/usage.js";
import { usageReply } from "../../../kernel/src/messages/usage.js";

/** Takes this much of a processor's time, in milliseconds. */
function work(ms: number): void {
  const { user } = process.cpuUsage();
  while (process.cpuUsage().user < user + 1000 * ms);
}

test("it says what the protocol asks for, from the first time on", () => {
  const meter = new UsageMeter();
  const first = meter.read();
  expect(usageReply({ status: "ok", ...first }, "usage")).toBeUndefined();
  expect(first.host_cpu_percent).toBeUndefined();
  expect(first.kernel_memory).toBeGreaterThan(10e6);
  const { total, available, free, percent } = first.host_virtual_memory;
  expect(total).toBeGreaterThanOrEqual(available);
  expect(available).toBeGreaterThanOrEqual(free * 0.5);
  expect(percent).toBeGreaterThan(0);
});

test("load is what was worked since the last time, in percent of one processor", () => {
  const meter = new UsageMeter();
  meter.read();
  work(400);
  const { kernel_cpu, host_cpu_percent } = meter.read();
  expect(kernel_cpu).toBeGreaterThan(2); // near 100 where nothing else runs
  expect(host_cpu_percent).toBeGreaterThan(0);
});

test.runIf(process.platform === "linux")("children count", async () => {
  const meter = new UsageMeter();
  const before = meter.read().kernel_memory;
  const child = spawn(process.execPath, [
    "-e",
    "const held = Buffer.alloc(150e6, 1); console.log(held.length); setInterval(() => {}, 1000)",
  ]);
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  expect(meter.read().kernel_memory - before).toBeGreaterThan(150e6);
});
