import { afterEach, beforeAll, expect, test } from "vitest";
import { isCryoError } from "vitrine";
import { loadHost } from "../../../../lib/src/compute/host/load-host.js";
import {
  countResident,
  memoryBudget,
  requireMemory,
  setMemoryBudget,
} from "../../../../lib/src/compute/memory/budget.js";
import { wasmBackend } from "vitrine/compute";

const undo: (() => void)[] = [];
beforeAll(() => loadHost());
afterEach(() => undo.splice(0).forEach((back) => back()));

test("no more than the machine has is free", async () => {
  const { freeBytes, limitBytes } = memoryBudget();
  expect(freeBytes).toBeLessThan(limitBytes);
  expect(limitBytes).toBe((await loadHost()).memoryLimitBytes);
});

test("what is refused is said with both numbers and the way out", () => {
  undo.push(setMemoryBudget(6e9));
  expect(() => requireMemory("reconstruction", 11e12, "bin by 2")).toThrow(
    /^reconstruction: got a need of 11 TB, wanted at most the .* that are free \(bin by 2\)$/,
  );
});

test("residents count against the budget and are given back to it", () => {
  undo.push(setMemoryBudget(1000));
  countResident(800);
  expect(memoryBudget()).toMatchObject({ residentBytes: 800, freeBytes: 200 });
  expect(() => requireMemory("more", 201)).toThrow();
  countResident(-800);
  requireMemory("more", 1000);
});

test("a backend refuses before it allocates, and the room it gave back can be had again", async () => {
  const backend = await wasmBackend({ threads: 0 });
  undo.push(setMemoryBudget(1e6));
  const array = backend.allocate(200_000, "first");
  let thrown: unknown;
  try {
    backend.allocate(100_000, "second");
  } catch (error) {
    thrown = error;
  }
  expect(isCryoError(thrown, "memory")).toBe(true);
  backend.release(array, array);
  backend.release(backend.allocate(200_000, "third"));
  expect(memoryBudget().residentBytes).toBe(0);
});

test.each([0, -1, Number.NaN])("a budget of %s bytes is refused", (bytes) => {
  expect(() => setMemoryBudget(bytes)).toThrow("memory budget");
});
