import { describe, expect, test } from "vitest";
import {
  logPower,
  originPart,
  ringRadius,
  ringResolutions,
} from "../../../../widgets/src/host/lod/log-power.js";
import { powerSpectrumOf } from "vitrine/model";

const spectrum = (data: Float32Array, shape: readonly [number, number]) =>
  powerSpectrumOf({
    data,
    shape,
    pixelSizeA: 1.5,
    radial: { spatialFrequencyInvA: new Float64Array(2), power: new Float64Array(2) },
  });

describe("log power", () => {
  test("is log10 of the power; 0 and what is not finite take the smallest", async () => {
    const data = Float32Array.of(100, 0, 1e-3, Number.NaN, 10, Number.POSITIVE_INFINITY);
    const { plane, binning } = await logPower(spectrum(data, [2, 3]), 1024);
    expect(binning).toBe(1);
    [2, -3, -3, -3, 1, -3].forEach((wanted, i) => expect(plane.data[i]).toBeCloseTo(wanted, 6));
  });

  test("is of the mean power where it is binned", async () => {
    const { plane, binning } = await logPower(spectrum(Float32Array.of(1, 19, 1, 19), [2, 2]), 1);
    expect([plane.shape, binning, plane.data[0]]).toEqual([[1, 1], 2, 1]);
  });

  test("is 0 everywhere without any power", async () => {
    expect([...(await logPower(spectrum(new Float32Array(4), [2, 2]), 9)).plane.data]).toEqual([0, 0, 0, 0]);
  });
});

describe("rings", () => {
  test.each([0.05, 0.5, 1.06, 1.77, 4.27, 40])(
    "of %d Å pixels lie between origin and Nyquist, apart",
    (size) => {
      const rings = ringResolutions(size);
      expect(rings.length).toBeGreaterThanOrEqual(3);
      const parts = [0, ...rings.map((ring) => (2 * size) / ring)];
      parts.slice(1).forEach((part, i) => expect(part - parts[i]!).toBeGreaterThanOrEqual(0.17));
      expect(parts.at(-1)).toBeLessThanOrEqual(0.98);
    },
  );

  test("a ring at Nyquist touches the border, about the origin's pixel", () => {
    expect(ringRadius(3, 1.5, { width: 360, height: 200 })).toEqual([180, 100]);
    expect(originPart([4, 5])).toEqual([2.5 / 4, 2.5 / 5]);
  });
});
