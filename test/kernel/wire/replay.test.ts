import { expect, test } from "vitest";
import { ReplayMemory } from "../../../kernel/src/wire/replay.js";

test("each signature is admitted once", () => {
  const memory = new ReplayMemory();
  expect([memory.admit("a"), memory.admit("b"), memory.admit("a"), memory.admit("b")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("the oldest are forgotten first, and only when the memory is full", () => {
  const memory = new ReplayMemory(2);
  for (const signature of ["a", "b", "c"]) expect(memory.admit(signature)).toBe(true);
  expect(memory.admit("b")).toBe(false);
  expect(memory.admit("c")).toBe(false);
  expect(memory.admit("a")).toBe(true);
});
