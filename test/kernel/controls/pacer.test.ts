import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Pacer } from "../../../kernel/src/controls/pacer.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([0, 1, 5, 16, 17, 40])(
  "requests every %i ms go out at most 60 times a second, the last one too",
  (everyMs) => {
    const sentMs: number[] = [];
    const pacer = new Pacer(() => sentMs.push(performance.now()));
    for (let i = 0; i < 200; i++) {
      pacer.request();
      vi.advanceTimersByTime(everyMs);
    }
    const last = performance.now() - everyMs;
    vi.advanceTimersByTime(100);
    for (let i = 1; i < sentMs.length; i++)
      expect(sentMs[i]! - sentMs[i - 1]!).toBeGreaterThanOrEqual(1000 / 60);
    expect(sentMs.at(-1)).toBeGreaterThanOrEqual(last);
  },
);

test("the first request goes at once, a flush too, and none twice", () => {
  const send = vi.fn();
  const pacer = new Pacer(send);
  pacer.request();
  expect(send).toHaveBeenCalledTimes(1);
  pacer.request();
  pacer.flush();
  expect(send).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1000);
  expect(send).toHaveBeenCalledTimes(2);
});
