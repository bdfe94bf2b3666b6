import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Progress } from "vitrine";
import { loadHost } from "../../../../lib/src/compute/host/load-host.js";
import type { Host } from "../../../../lib/src/compute/host/host.js";
import { startEngine } from "../../../../lib/src/compute/wasm/engine.js";
import type { Engine } from "../../../../lib/src/compute/wasm/engine.js";
import { fourierPhases } from "../../../../lib/src/compute/wasm/fourier/fourier-phases.js";

/** A job that takes some seconds on one thread: long enough to be stopped on the way. */
const long = { shape: [192, 192, 192], elements: 192 ** 3, rounds: 40 } as const;

const engines: Engine[] = [];
let host: Host;
async function engine(threads: number, on: Partial<Host> = {}): Promise<Engine> {
  const started = await startEngine({ ...host, ...on }, threads);
  engines.push(started);
  return started;
}
beforeAll(async () => {
  host = await loadHost();
});
afterAll(() => engines.forEach((started) => started.stop()));

/** The transform of seeded numbers by an engine, as bytes. */
async function transformed(by: Engine, shape: readonly number[]): Promise<Uint8Array> {
  const count = shape.reduce((product, size) => product * size, 2);
  const at = by.allocate(4 * count, "test");
  by.floats(at, count).set(Float32Array.from({ length: count }, (_, i) => Math.sin(i * i)));
  const job = { kind: "forward", shape, batch: 1, from: at, to: at, scale: 1 } as const;
  await by.run(fourierPhases(job, by.tables), "test", count);
  const bytes = new Uint8Array(by.floats(at, count).slice().buffer);
  by.free(at);
  return bytes;
}

test.each([[[1 << 16]], [[600, 601]], [[61, 64, 70]]])(
  "a transform of %j gives the same bytes on any number of threads, with and without shared memory",
  async (shape) => {
    const alone = await transformed(await engine(0), shape);
    for (const threads of [1, 2, 3, 5]) {
      expect(Buffer.compare(await transformed(await engine(threads), shape), alone)).toBe(0);
    }
    expect(Buffer.compare(await transformed(await engine(4, { sharesMemory: false }), shape), alone)).toBe(0);
  },
);

test("jobs given at the same time take their turn", async () => {
  const both = await engine(2);
  const [a, b] = await Promise.all([transformed(both, [300, 600]), transformed(both, [300, 600])]);
  expect(Buffer.compare(a!, b!)).toBe(0);
});

describe.each([0, 2])("on %s threads of its own", (threads) => {
  /** Runs the long job; the thread that asked for it must stay free meanwhile. */
  async function runLong(options: { signal?: AbortSignal; onProgress?: (progress: Progress) => void }) {
    const by = await engine(threads);
    const count = 2 * long.elements;
    const at = by.allocate(4 * count, "test");
    const job = { kind: "forward", shape: long.shape, batch: 1, from: at, to: at, scale: 1 } as const;
    const once = fourierPhases(job, by.tables);
    try {
      await by.run(Array.from({ length: long.rounds }, () => once).flat(), "long", count, options);
    } finally {
      by.free(at);
    }
  }

  test("a job stops soon after it is told to, with the reason given", async () => {
    const control = new AbortController();
    setTimeout(() => control.abort(new Error("enough")), 150);
    const start = performance.now();
    await expect(runLong({ signal: control.signal })).rejects.toThrow("enough");
    expect(performance.now() - start).toBeLessThan(1500);
  });

  test("progress rises while it runs", async () => {
    const said: number[] = [];
    const control = new AbortController();
    const watching = runLong({
      signal: control.signal,
      onProgress: ({ done }) => {
        said.push(done);
        if (said.length === 3) control.abort(new Error("seen"));
      },
    });
    await expect(watching).rejects.toThrow("seen");
    expect(said).toEqual([...said].sort((a, b) => a - b));
    expect(said.at(-1)).toBeLessThan(100);
  });
});

test("an error in a worker is told, and the next job runs", async () => {
  const both = await engine(2);
  const wrong = { kernel: "noSuchKernel", args: [], blocks: 4, scratchBytes: 0 };
  await expect(both.run([wrong, wrong], "wrong", 1e9)).rejects.toThrow("noSuchKernel");
  expect((await transformed(both, [300, 600])).length).toBe(8 * 300 * 600);
});

test("a table is made once and lies where its numbers are", async () => {
  const by = await engine(0);
  const make = (): Float32Array => Float32Array.of(1, 2, 3);
  const at = by.tables.keep("three", make);
  expect(by.tables.keep("three", () => Float32Array.of(4))).toBe(at);
  expect(Array.from(by.floats(at, 3))).toEqual([1, 2, 3]);
});

test("cleared room is 0 in fresh memory, in memory used before, and across both", async () => {
  const by = await engine(0);
  const first = by.allocateCleared(4096, "first");
  expect(by.floats(first, 1024).every((value) => value === 0)).toBe(true);
  by.floats(first, 1024).fill(7);
  by.free(first);
  const across = by.allocateCleared(3 * 4096, "across");
  expect(across).toBe(first);
  expect(by.floats(across, 3 * 1024).every((value) => value === 0)).toBe(true);
});

test("a large memory is given back once nothing lives in it", async () => {
  const by = await engine(0);
  const large = by.allocate(600 * 2 ** 20, "large");
  const before = by.floats(large, 1).buffer;
  by.free(large);
  const small = by.allocate(64, "small");
  expect(by.floats(small, 1).buffer).not.toBe(before);
  expect((await transformed(by, [300, 600])).length).toBe(8 * 300 * 600);
});

test("more than addresses reach is refused", async () => {
  const by = await engine(0);
  expect(() => by.allocate(4.2 * 2 ** 30, "too much")).toThrow("too much");
});
