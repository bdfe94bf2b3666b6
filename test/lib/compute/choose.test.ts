import { afterEach, expect, test } from "vitest";
import { loadHost } from "../../../lib/src/compute/host/load-host.js";
import { defaultBackend, jsBackend, processorBackend, useBackend, wasmBackend } from "vitrine/compute";

const undo: (() => void)[] = [];
afterEach(() => undo.splice(0).forEach((back) => back()));

test("the processor's backend is WebAssembly where SIMD is there, the same for all", async () => {
  const backend = await processorBackend();
  expect(backend.name).toBe("wasm");
  expect(await processorBackend()).toBe(backend);
  // a machine with a graphics card does its heavy work there
  if (!(await loadHost()).mayHaveCard) expect(await defaultBackend()).toBe(backend);
  expect(backend.device).toMatch(/^WebAssembly, \d+ threads?$/);
});

test("who chooses a backend gets it, until it is taken back", async () => {
  const mine = jsBackend();
  const back = useBackend(mine);
  undo.push(back);
  expect(await defaultBackend()).toBe(mine);
  back();
  expect(await defaultBackend()).not.toBe(mine);
});

test("a backend of one's own has the threads asked for, and can be ended", async () => {
  const own = await wasmBackend({ threads: 3 });
  expect(own.device).toBe("WebAssembly, 3 threads");
  own.stop();
  own.stop();
});
