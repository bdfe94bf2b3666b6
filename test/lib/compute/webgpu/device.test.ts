import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OwnBackend } from "../../../../lib/src/compute/index.js";
import { elementKernel } from "../../../../lib/src/compute/webgpu/device/kernel.js";
import { startPace } from "../../../../lib/src/compute/webgpu/device/pace.js";
import { startTurns } from "../../../../lib/src/compute/webgpu/device/turns.js";
import { webgpuBackend } from "../../../../lib/src/compute/webgpu/index.js";
import { useSoftwareVulkan } from "../../../support/vulkan.js";
import { noise, put, take } from "../contract/truth.js";

describe("pace", () => {
  test("pieces grow until one takes its time, and shrink when it takes longer", () => {
    const pace = startPace();
    const start = pace.quota("kernel");
    pace.learn(["kernel"], 1, 10);
    expect(pace.quota("kernel")).toBe(4 * start);
    pace.learn(["kernel"], 1, 80);
    expect(pace.quota("kernel")).toBe(2 * start);
    expect(pace.quota("another")).toBe(start);
  });
  test("a small piece that is soon done teaches nothing", () => {
    const pace = startPace();
    const start = pace.quota("kernel");
    pace.learn(["kernel"], 0.01, 3);
    expect(pace.quota("kernel")).toBe(start);
  });
});

test("turns are taken in the order of asking, also after a failure", async () => {
  const turns = startTurns();
  const order: string[] = [];
  const slow = turns(async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    order.push("slow");
    throw new Error("failed");
  });
  const quick = turns(async () => order.push("quick"));
  await expect(slow).rejects.toThrow("failed");
  await quick;
  expect(order).toEqual(["slow", "quick"]);
});

test("a kernel declares what it is given, in order", () => {
  const { code, parameters } = elementKernel({
    name: "sum",
    buffers: { input: "read array<f32>", output: "read_write array<f32>" },
    parameters: { factor: "f32" },
    body: "output[i] += parameters.factor * input[i];",
  });
  expect(parameters.map(([name]) => name)).toEqual(["first", "last", "count", "factor"]);
  expect(code).toMatch(
    /binding\(1\) var<storage, read> input[^]*binding\(2\) var<storage, read_write> output/,
  );
});

describe("on a device", () => {
  let backend: OwnBackend;
  beforeAll(async () => {
    useSoftwareVulkan();
    backend = await webgpuBackend({ allowSoftware: true });
  });
  afterAll(() => backend?.stop());

  test("an array that one binding can't hold is refused before it is allocated", () => {
    expect(() => backend.allocate(2 ** 34, "movie")).toThrow(
      /movie: got 68719476736 bytes, wanted at most \d+ bytes/,
    );
  });

  test("a job is stopped between its pieces, and the next one works", async () => {
    const a = put(backend, noise(2 ** 22));
    const stop = new AbortController();
    const shares: number[] = [];
    const onProgress = ({ done }: { readonly done: number }): void => {
      shares.push(done);
      stop.abort();
    };
    const job = { a, b: a, to: a, conjugate: false };
    await expect(backend.multiply(job, { signal: stop.signal, onProgress })).rejects.toThrow(/abort/i);
    expect(shares).toHaveLength(1);
    expect(shares[0]).toBeLessThan(100);
    await backend.clear(a);
    expect((await take(backend, a)).every((number) => number === 0)).toBe(true);
    backend.release(a);
  });

  test("jobs that are asked for together have the results of one after another", async () => {
    const a = put(backend, Float32Array.of(2, 0));
    const job = { a, b: a, to: a, conjugate: false };
    const results = Promise.all([backend.multiply(job), backend.multiply(job), backend.multiply(job)]);
    expect([...(await take(backend, a))]).toEqual([256, 0]);
    await results;
    backend.release(a);
  });

  test("an array of another backend is refused", async () => {
    const a = backend.allocate(4, "array");
    await expect(backend.multiply({ a, b: { length: 4 }, to: a, conjugate: false })).rejects.toThrow(
      /another backend/,
    );
    backend.release(a);
  });

  test("a device that is gone says so", async () => {
    const own = await webgpuBackend({ allowSoftware: true });
    const a = own.allocate(4, "array");
    own.stop();
    await expect(own.multiply({ a, b: a, to: a, conjugate: false })).rejects.toThrow(/gone/);
  });
});
