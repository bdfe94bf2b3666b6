import { describe, expect, test } from "vitest";
import { image } from "vitrine";
import { shellCorrelationOf } from "vitrine/model";
import { correlate } from "../../../../lib/src/stages/resolution/steps/correlate.js";
import { firstFall } from "../../../../lib/src/stages/resolution/steps/first-fall.js";

describe("where a correlation first falls below a threshold", () => {
  const fsc = shellCorrelationOf({
    dimensions: 2,
    spatialFrequencyInvA: Float64Array.of(0, 0.1, 0.2, 0.3),
    correlation: Float64Array.of(0, 0.8, 0.4, 0.2),
    coefficients: Float64Array.of(0.5, 4, 6, 8),
    boxSizePx: 7,
    voxelSizeA: 1,
  });

  test("is a spatial frequency, on the line between two shells", () => {
    expect(firstFall(fsc, new Float64Array(4).fill(0.6))).toBeCloseTo(0.15, 12);
    expect(firstFall(fsc, new Float64Array(4).fill(0.1))).toBeUndefined();
  });

  test("follows a threshold that rises to meet it", () => {
    // margins 0.6 in shell 1 and -0.2 in shell 2
    expect(firstFall(fsc, Float64Array.of(1, 0.2, 0.6, 1))).toBeCloseTo(0.175, 12);
  });
});

test("a pair is correlated by the sampling it is asked for, counts halved", async () => {
  const picture = image(
    Float32Array.from({ length: 25 }, (_, i) => Math.cos(i * i)),
    { shape: [5, 5], pixelSizeA: 2 },
  );
  const pair = { a: picture, b: picture };
  const frc = await correlate("here", pair, undefined, ({ pixelSizeA }) => pixelSizeA, {});
  expect(Array.from(frc.spatialFrequencyInvA)).toEqual([0, 0.1, 0.2]);
  expect(Array.from(frc.coefficients)).toEqual([0.5, 4, 6]);
  expect(frc.dimensions).toBe(2);
});
