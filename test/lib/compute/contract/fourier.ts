import { describe, expect, test } from "vitest";
import type { Backend, FourierKind } from "../../../../lib/src/compute/index.js";
import { complexOf, countOf, distance, halfCountOf, halfOf, noise, put, take, transform } from "./truth.js";

/** 1, primes small and large, odd, even, powers of two, mixed, not square, 1 inside, and lines of several passes. */
const shapes: readonly (readonly [shape: readonly number[], batch: number])[] = [
  [[1], 1],
  [[2], 3],
  [[9], 2],
  [[13], 5],
  [[17], 4],
  [[64], 7],
  [[97], 1],
  [[6144], 1],
  [[1, 7], 2],
  [[7, 1], 2],
  [[9, 10], 1],
  [[34, 12], 3],
  [[67, 6], 1],
  [[32, 32], 2],
  [[5, 6, 7], 1],
  [[4, 1, 6], 2],
  [[8, 8, 8], 1],
  [[2048, 3], 1],
];

/** What is transformed, and what comes out by the definition. Spectra of half-to-real are such that real arrays have. */
function sampleOf(
  kind: FourierKind,
  shape: readonly number[],
  batch: number,
): readonly [Float32Array, Float64Array] {
  const count = batch * countOf(shape);
  switch (kind) {
    case "forward":
    case "inverse": {
      const numbers = noise(2 * count);
      return [numbers, transform(numbers, shape, kind === "forward" ? -1 : 1)];
    }
    case "real-to-half": {
      const numbers = noise(count);
      return [numbers, halfOf(transform(complexOf(numbers), shape, -1), shape)];
    }
    case "half-to-real": {
      const numbers = noise(count);
      const spectra = halfOf(transform(complexOf(numbers), shape, -1), shape);
      return [Float32Array.from(spectra), Float64Array.from(numbers, (number) => number * countOf(shape))];
    }
  }
}

/** Transforms agree with their definition. */
export function fourierContract(backend: () => Backend): void {
  /** What the backend promises, for a transform of so many elements; 1 and 2 elements as 4. */
  const allowed = (shape: readonly number[]): number =>
    backend().tolerance * Math.log2(Math.max(4, countOf(shape)));

  describe.each(["forward", "inverse", "real-to-half", "half-to-real"] as const)("%s", (kind) => {
    test.each(shapes)("of %j, a batch of %i, is the definition's", async (shape, batch) => {
      const scale = 0.5;
      const [numbers, wanted] = sampleOf(kind, shape, batch);
      const from = put(backend(), numbers);
      const to = backend().allocate(wanted.length, "result");
      await backend().fourier({ kind, shape, batch, from, to, scale });
      const scaled = wanted.map((number) => scale * number);
      expect(distance(await take(backend(), to), scaled)).toBeLessThan(allowed(shape));
      const isOverwritten = kind === "half-to-real" && shape.length > 1;
      if (!isOverwritten) expect(distance(await take(backend(), from), numbers)).toBe(0);
      backend().release(from, to);
    });
  });

  test.each([[[12]], [[4096]], [[34]], [[6, 10]]])(
    "of %j in place is the same as out of place",
    async (shape) => {
      const numbers = noise(2 * countOf(shape));
      const [from, to] = [put(backend(), numbers), backend().allocate(numbers.length, "result")];
      await backend().fourier({ kind: "forward", shape, batch: 1, from, to, scale: 1 });
      const apart = await take(backend(), to);
      await backend().fourier({ kind: "forward", shape, batch: 1, from, to: from, scale: 1 });
      expect(distance(await take(backend(), from), apart)).toBeLessThan(allowed(shape));
      backend().release(from, to);
    },
  );

  test("half-to-real passes over the imaginary parts that no real array has", async () => {
    const shape = [6];
    const spectra = Float32Array.of(3, 100, 1, 2, -1, 1, 2, -50, 1, -9, 0, 4, 2, 2, -1, 70); // two rows of four coefficients
    const real = Float32Array.from(spectra, (number, at) => ([1, 7].includes(at % 8) ? 0 : number));
    const results = [spectra, real].map(async (numbers) => {
      const [from, to] = [put(backend(), numbers), backend().allocate(12, "result")];
      await backend().fourier({ kind: "half-to-real", shape, batch: 2, from, to, scale: 1 });
      const result = await take(backend(), to);
      backend().release(from, to);
      return result;
    });
    const [given, wanted] = await Promise.all(results);
    expect(distance(given!, wanted!)).toBe(0);
  });

  test("arrays of other lengths than the job's are refused", async () => {
    const [from, to] = [backend().allocate(10, "from"), backend().allocate(2 * halfCountOf([4, 4]), "to")];
    const job = { kind: "real-to-half", shape: [4, 4], batch: 1, from, to, scale: 1 } as const;
    await expect(backend().fourier(job)).rejects.toThrow(/from/);
    backend().release(from, to);
  });

  test("a job that is stopped before it starts does nothing; progress ends at the whole", async () => {
    const numbers = noise(2 * 64);
    const [from, to] = [put(backend(), numbers), backend().allocate(2 * 64, "result")];
    const job = { kind: "forward", shape: [64], batch: 1, from, to, scale: 1 } as const;
    await expect(backend().fourier(job, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    expect((await take(backend(), to)).every((number) => number === 0)).toBe(true);
    let share = 0;
    await backend().fourier(job, { onProgress: ({ done, total }) => (share = done / total!) });
    expect(share).toBe(1);
    backend().release(from, to);
  });
}
