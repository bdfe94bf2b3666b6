import { describe, expect, test } from "vitest";
import { symmetricEigen } from "../../../../lib/src/math/linear/index.js";
import golden from "../../../golden/math-b/matrices.json" with { type: "json" };
import { dot } from "../numbers.js";
import { hilbert, identity, largestDifference, product, symmetricNoise, transpose } from "./matrices.js";

/** Roundings of 1e-16, relative to the largest eigenvalue, growing with the root of the size at most. */
const rounding = 2e-14;

describe("the symmetric eigenproblem", () => {
  test.each([1, 2, 3, 5, 17, 64, 101])("vectors and values make up the matrix, %i rows", async (size) => {
    const matrix = symmetricNoise(size);
    const before = matrix.slice();
    const { values, vectors } = await symmetricEigen(matrix, size);
    const largest = Math.max(...values.map(Math.abs));
    const columns = transpose(vectors, [size, size]);
    const stretched = vectors.map((v, i) => v * values[Math.floor(i / size)]!);
    expect(largestDifference(product(columns, stretched, [size, size, size]), matrix)).toBeLessThan(
      rounding * largest,
    );
    expect(largestDifference(product(vectors, columns, [size, size, size]), identity(size))).toBeLessThan(
      rounding,
    );
    expect(Array.from(values)).toEqual(Array.from(values).sort((a, b) => b - a));
    expect(matrix).toEqual(before);
  });

  test.each(golden.symmetric)("scipy's eigenvalues, $name", async ({ size, matrix, values }) => {
    const found = (await symmetricEigen(Float64Array.from(matrix), size)).values;
    expect(largestDifference(found, values)).toBeLessThan(rounding * Math.abs(values[0]!));
  });

  test("a path's values in closed form: 2 cos(k pi / (n + 1))", async () => {
    const size = 40;
    const path = identity(size).map((_, i) => (Math.abs(Math.floor(i / size) - (i % size)) === 1 ? 1 : 0));
    const { values } = await symmetricEigen(path, size);
    const expected = Array.from(values, (_, k) => 2 * Math.cos(((k + 1) * Math.PI) / (size + 1)));
    expect(largestDifference(values, expected)).toBeLessThan(rounding);
  });

  test("values that are equal, zero, tiny or huge", async () => {
    expect(Array.from((await symmetricEigen(identity(6), 6)).values)).toEqual(new Array(6).fill(1));
    expect(Array.from((await symmetricEigen(new Float64Array(9), 3)).values)).toEqual([0, 0, 0]);
    for (const scale of [1e-200, 1e200]) {
      const { values } = await symmetricEigen(Float64Array.of(2 * scale, scale, scale, 2 * scale), 2);
      expect(values[0]! / scale).toBeCloseTo(3, 14);
      expect(values[1]! / scale).toBeCloseTo(1, 14);
    }
  });

  test("Hilbert's matrix of 12 rows: its small values are lost in rounding, never negative beyond it", async () => {
    const { values, vectors } = await symmetricEigen(hilbert(12), 12);
    expect(values[0]).toBeCloseTo(1.7953720595619, 12);
    expect(Math.min(...values)).toBeGreaterThan(-rounding);
    expect(Math.abs(dot(vectors.subarray(0, 12), vectors.subarray(132)))).toBeLessThan(rounding);
  });

  test("single precision is taken; a large one stops when asked to", async () => {
    const single = Float32Array.from(symmetricNoise(8));
    const inSingle = (await symmetricEigen(single, 8)).values;
    expect(largestDifference(inSingle, (await symmetricEigen(symmetricNoise(8), 8)).values)).toBeLessThan(
      1e-5,
    );
    const stop = new AbortController();
    const running = symmetricEigen(symmetricNoise(400), 400, { signal: stop.signal });
    setImmediate(() => stop.abort());
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
  });

  test("what can't be an answer is refused", async () => {
    await expect(symmetricEigen(new Float64Array(5), 2)).rejects.toMatchObject({ tag: "shape" });
    await expect(symmetricEigen(Float64Array.of(1, 2, 3, 4), 2)).rejects.toThrow("a symmetric matrix");
    await expect(symmetricEigen(Float64Array.of(1, 0, 0, Number.NaN), 2)).rejects.toThrow("finite elements");
  });
});
