import { existsSync } from "node:fs";
import { totalmem } from "node:os";
import { expect, test } from "vitest";
import { nodeHost } from "../../../../lib/src/compute/node/host.js";

test("memory that is free is some, and less than there is", () => {
  const host = nodeHost();
  expect(host.memoryLimitBytes).toBeLessThanOrEqual(totalmem());
  expect(host.freeBytes()).toBeGreaterThan(0);
  expect(host.freeBytes()).toBeLessThan(host.memoryLimitBytes);
});

test("a worker hears, answers, and its death is told", async () => {
  const worker = nodeHost().startWorker(
    "port.onmessage = ({ data }) => { if (data === 'die') throw new Error('gone'); port.postMessage(2 * data); };",
  );
  worker.busy(true);
  const answer = await new Promise((resolve, reject) => {
    worker.listen(resolve, reject);
    worker.post(21);
  });
  expect(answer).toBe(42);
  const death = await new Promise<Error>((resolve) => {
    worker.listen(() => undefined, resolve);
    worker.post("die");
  });
  expect(death.message).toContain("gone");
});

test("a card is asked for only where the system shows one", () => {
  const shown = ["/dev/dri", "/dev/nvidiactl", "/dev/dxg"].some((path) => existsSync(path));
  expect(nodeHost().mayHaveCard).toBe(process.platform === "linux" ? shown : true);
});
