import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, expect, test } from "vitest";
import { memoryBudget } from "vitrine/compute";
import { loadHost } from "../../../../lib/src/compute/host/load-host.js";
import { startEngine } from "../../../../lib/src/compute/wasm/engine.js";
import { residents } from "../../../../lib/src/compute/wasm/residents.js";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const engine = await startEngine(await loadHost(), 0);
afterAll(() => engine.stop());

test("a resident gives its room back once, and is of no use afterwards", () => {
  const { allocate, release, pointerOf } = residents(engine);
  const array = allocate(1000, "a line");
  expect(memoryBudget().residentBytes).toBe(4032);
  release(array, undefined);
  release(array);
  expect(memoryBudget().residentBytes).toBe(0);
  expect(() => pointerOf(array)).toThrow(/released/);
});

test("room that nobody knows of any more goes back by itself", async () => {
  residents(engine).allocate(1000, "forgotten");
  const kept = residents(engine).allocate(16, "kept");
  expect(memoryBudget().residentBytes).toBe(4096);
  await expect
    .poll(
      () => {
        collectGarbage();
        return memoryBudget().residentBytes;
      },
      { timeout: 10_000 },
    )
    .toBe(64);
  residents(engine).release(kept);
  expect(kept.length).toBe(16);
});

test("room is cleared unless its user fills it whole", () => {
  const dirty = residents(engine, { cleared: false });
  const first = dirty.allocate(64, "first");
  const place = dirty.pointerOf(first);
  engine.floats(place, 64).fill(7);
  dirty.release(first);
  const clean = residents(engine);
  const second = clean.allocate(64, "second");
  expect(clean.pointerOf(second)).toBe(place);
  expect(engine.floats(place, 64).every((value) => value === 0)).toBe(true);
  clean.release(second);
});
