import { availableParallelism } from "node:os";
import { afterEach, describe, expect, test, vi } from "vitest";
import { browserHost } from "../../../lib/src/compute/host/browser-host.js";
import { knownHost, loadHost } from "../../../lib/src/compute/host/load-host.js";

test("under Node the host is this process, found once", async () => {
  const host = await loadHost();
  expect(await loadHost()).toBe(host);
  expect(knownHost()).toBe(host);
  expect(host.sharesMemory).toBe(true);
  expect(host.cores).toBeGreaterThanOrEqual(1);
  expect(host.cores).toBeLessThanOrEqual(availableParallelism());
});

describe("in a page", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("cores and memory are what the browser says, half of it free", () => {
    vi.stubGlobal("navigator", { hardwareConcurrency: 6, deviceMemory: 8 });
    vi.stubGlobal("crossOriginIsolated", true);
    const host = browserHost();
    expect(host).toMatchObject({ cores: 6, memoryLimitBytes: 8 * 2 ** 30, sharesMemory: true });
    expect(host.freeBytes()).toBe(4 * 2 ** 30);
    expect(host.mayHaveCard).toBe(false);
    vi.stubGlobal("navigator", { gpu: {} });
    expect(browserHost().mayHaveCard).toBe(true);
  });

  test("a page that is not isolated shares no memory", () => {
    vi.stubGlobal("navigator", {});
    vi.stubGlobal("crossOriginIsolated", false);
    expect(browserHost()).toMatchObject({ cores: 1, sharesMemory: false });
  });

  test("a worker is started from the text and stopped for good", () => {
    const posted: unknown[] = [];
    const started: string[] = [];
    let ended = 0;
    class FakeWorker {
      onmessage?: (event: { data: unknown }) => void;
      onerror?: (event: { message: string }) => void;
      constructor(url: string) {
        started.push(url);
      }
      postMessage(message: unknown): void {
        posted.push(message);
        this.onmessage?.({ data: "heard" });
        this.onerror?.({ message: "broke" });
      }
      terminate(): void {
        ended++;
      }
    }
    vi.stubGlobal("Worker", FakeWorker);
    const worker = browserHost().startWorker("1 + 1;");
    const heard: unknown[] = [];
    worker.listen(
      (message) => heard.push(message),
      (reason) => heard.push(reason.message),
    );
    worker.busy(true);
    worker.post("order");
    worker.stop();
    expect(started[0]).toMatch(/^blob:/);
    expect([posted, heard, ended]).toEqual([["order"], ["heard", "broke"], 1]);
  });
});
