import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { limitWarnings } from "../../../kernel/src/front/warnings.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a few pass as they are, a flood is counted, the next second starts anew", () => {
  const said: string[] = [];
  const warn = limitWarnings((sentence) => said.push(sentence));
  for (let i = 0; i < 500; i++) warn(`line ${i}`);
  expect(said).toHaveLength(20);
  vi.advanceTimersByTime(1000);
  expect(said.at(-1)).toBe("and 480 warnings more");
  warn("after");
  expect(said.at(-1)).toBe("after");
  vi.advanceTimersByTime(5000);
  expect(said).toHaveLength(22);
});
