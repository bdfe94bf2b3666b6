import { expect, test } from "vitest";
import { memoryBudget, transformArrays, transformOnBackend } from "vitrine/compute";
import type { FourierKind } from "vitrine/compute";

/** Single precision against double: a few roundings of each number. */
const single = 1e-6;

/** Numbers of two arrays of 3 x 5: real ones, half spectra, complex ones. */
const [real, half, complex] = [30, 36, 60];

test.each([
  ["real-to-half", real, half],
  ["half-to-real", half, real],
  ["forward", complex, complex],
  ["inverse", complex, complex],
] as const)(
  "%s of plain arrays is what double precision says, and leaves what it was given alone",
  async (kind: FourierKind, fromLength, toLength) => {
    const job = { kind, shape: [3, 5], batch: 2, scale: 0.5 };
    const from = Float32Array.from({ length: fromLength + 3 }, (_, i) => Math.sin(i * i)).subarray(3);
    const to = new Float32Array(toLength);
    const before = from.slice();
    await transformOnBackend({ ...job, from, to }, {});
    expect(from).toEqual(before);
    const truth = new Float64Array(toLength);
    await transformArrays({ ...job, from: Float64Array.from(from), to: truth });
    for (const [i, value] of truth.entries()) expect(Math.abs(to[i]! - value)).toBeLessThan(10 * single);
    expect(memoryBudget().residentBytes).toBe(0);
  },
);

test("in place is allowed where both sides are complex", async () => {
  const data = Float32Array.of(1, 0, 0, 0);
  await transformOnBackend({ kind: "forward", shape: [2], batch: 1, from: data, to: data, scale: 1 }, {});
  expect(Array.from(data)).toEqual([1, 0, 1, 0]);
});
