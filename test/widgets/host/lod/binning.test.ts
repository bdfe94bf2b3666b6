import { describe, expect, test } from "vitest";
import { seeded, volume } from "vitrine";
import { binDensity, binningFactor, binPlane } from "../../../../widgets/src/host/lod/binning.js";
import { densityOf } from "../../../../widgets/src/host/lod/density.js";
import { quantise } from "../../../../widgets/src/host/lod/quantise.js";

const random = seeded(3);
const noise = (count: number): Float32Array => Float32Array.from({ length: count }, () => random.normal());

/** The definition, voxel by voxel. */
function naive(
  data: Float32Array,
  [nz, ny, nx]: readonly [number, number, number],
  factor: number,
): number[] {
  const out: number[] = [];
  for (let z = 0; z < nz; z += factor)
    for (let y = 0; y < ny; y += factor)
      for (let x = 0; x < nx; x += factor) {
        const block: number[] = [];
        for (let k = z; k < Math.min(nz, z + factor); k++)
          for (let j = y; j < Math.min(ny, y + factor); j++)
            for (let i = x; i < Math.min(nx, x + factor); i++) block.push(data[(k * ny + j) * nx + i]!);
        const finite = block.filter(Number.isFinite);
        out.push(finite.reduce((a, b) => a + b, 0) / finite.length);
      }
  return out;
}

describe("binning", () => {
  test.each([
    [8, 8, 8, 2],
    [5, 7, 9, 2],
    [5, 7, 9, 4],
    [1, 13, 6, 3],
    [4, 3, 2, 1],
  ] as const)("%i x %i x %i by %i is the mean of blocks", async (nz, ny, nx, factor) => {
    const data = noise(nz * ny * nx);
    const binned = await binDensity(densityOf(volume(data, { shape: [nz, ny, nx], voxelSizeA: 1 })), factor);
    expect(binned.shape).toEqual([nz, ny, nx].map((n) => Math.ceil(n / factor)));
    const wanted = Float32Array.from(naive(data, [nz, ny, nx], factor));
    // sums in another order, stored as float32
    binned.data.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 6));
    if (nz === 1) expect((await binPlane({ data, shape: [ny, nx] }, factor)).data).toEqual(binned.data);
  });

  test("a block is the mean of what is finite in it, NaN where nothing is", async () => {
    const data = Float32Array.of(
      1,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      3,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      Number.NaN,
    );
    expect([...(await binPlane({ data, shape: [2, 4] }, 2)).data]).toEqual([2, Number.NaN]);
  });

  test("the factor is the smallest that keeps every side within the limit", () => {
    expect(binningFactor([128, 10, 128], 128)).toBe(1);
    expect(binningFactor([129, 10, 1], 128)).toBe(2);
    expect(binningFactor([1, 513, 3], 128)).toBe(5);
  });
});

describe("quantise", () => {
  test("gives back every value within half a step, and the ends exactly", () => {
    const values = noise(1000);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const { data, offset, scale } = quantise(values, low, high);
    values.forEach((value, i) =>
      expect(Math.abs(offset + scale * data[i]! - value)).toBeLessThan(0.501 * scale),
    );
    expect(new Set(data).has(0) && new Set(data).has(255)).toBe(true);
  });

  test("cuts off what is outside; NaN is the lowest; an empty range is 0", () => {
    expect([...quantise(Float32Array.of(-9, 0.5, 9, Number.NaN), 0, 1).data]).toEqual([0, 128, 255, 0]);
    expect(quantise(Float32Array.of(3, 3), 3, 3)).toEqual({ data: Uint8Array.of(0, 0), offset: 3, scale: 0 });
  });
});
