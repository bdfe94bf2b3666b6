import { expect, onTestFinished, test, vi } from "vitest";
import { watchMemory } from "../../../kernel/src/front/memory-guard.js";
import type { Header } from "../../../kernel/src/messages/index.js";

const cell: Header = { msg_id: "1", session: "s", username: "u", msg_type: "execute_request" };

interface Seen {
  stops: number;
  collections: number;
  verdict: string | undefined;
}

/** A guard over a heap whose size the test sets, as a part of its limit; a collection leaves `garbageFree` of it. */
async function guarded(
  parts: readonly number[],
  { running = (): Header | undefined => cell, garbageFree = Infinity } = {},
): Promise<Seen> {
  vi.stubEnv("NODE_OPTIONS", "--max-old-space-size=1000");
  onTestFinished(() => void vi.unstubAllEnvs());
  let left = [...parts];
  const seen: Seen = { stops: 0, collections: 0, verdict: undefined };
  const guard = watchMemory({
    post(method) {
      if (method === "Runtime.evaluate") {
        seen.collections++;
        if (garbageFree < Infinity) left = [garbageFree];
      }
      const part = left.length > 1 ? left.shift()! : left[0]!;
      return new Promise((answer) => setImmediate(answer, { usedSize: part * 1000 * 2 ** 20 }));
    },
    stop: () => void seen.stops++,
    running: () => (seen.stops === 0 ? running() : undefined),
  });
  await new Promise((done) => setTimeout(done, 250));
  seen.verdict = guard.verdict(cell);
  expect(guard.verdict(cell)).toBeUndefined();
  return seen;
}

test("a cell that grows past the mark is stopped, with the numbers", async () => {
  const { stops, verdict } = await guarded([0.1, 0.6, 0.7, 0.85]);
  expect(stops).toBe(1);
  expect(verdict).toMatch(/^891 of 1049 MB of JavaScript's heap in use; the cell was stopped/);
});

test("one that makes garbage has it collected, and goes on", async () => {
  const { stops, collections } = await guarded([0.1, 0.65, 0.85, 0.9], { garbageFree: 0.2 });
  expect(stops).toBe(0);
  expect(collections).toBeGreaterThan(0);
});

test("one that finds the heap full may empty it, and gets half of what is left", async () => {
  expect((await guarded([0.9, 0.9, 0.94])).stops).toBe(0);
  expect((await guarded([0.9, 0.9, 0.96])).stops).toBe(1);
});

test("below the mark, or with nothing running, nothing happens", async () => {
  expect((await guarded([0.4])).stops).toBe(0);
  expect((await guarded([0.99], { running: () => undefined })).stops).toBe(0);
});
