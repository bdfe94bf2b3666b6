import { expect, test, vi } from "vitest";
import { postHere, tidyOnce } from "../../../kernel/src/front/tidy.js";

test("garbage of each thread is collected once, when no cell runs", () => {
  vi.useFakeTimers();
  try {
    const threads = [vi.fn(() => Promise.resolve({})), vi.fn(() => Promise.resolve({}))];
    let running = true;
    tidyOnce({ threads, isIdle: () => !running });
    vi.advanceTimersByTime(7000);
    for (const post of threads) expect(post).not.toHaveBeenCalled();
    running = false;
    vi.advanceTimersByTime(60_000);
    for (const post of threads) expect(post.mock.calls).toEqual([["HeapProfiler.collectGarbage", {}]]);
  } finally {
    vi.useRealTimers();
  }
});

test("a thread asks its own inspector", async () => {
  const answer = await postHere("Runtime.evaluate", { expression: "6 * 7" });
  expect(answer).toMatchObject({ result: { value: 42 } });
  await expect(postHere("Nowhere.at.all", {})).rejects.toBeDefined();
});
