import { expect, test } from "vitest";
import {
  blobDensity,
  blobLineIntegrals,
  blobProjectionTransform,
  blobTransform,
  simulateBlobs,
} from "../../../../lib/src/simulate/index.js";
import { rotated, rotationFromEuler, transposed } from "../../../../lib/src/math/index.js";

const phantom = simulateBlobs({ seed: 11 });
const mass = blobTransform(phantom, Float64Array.of(0, 0, 0))[0]!;
const views = [
  [0, 0, 0],
  [30, 60, 0],
  [-77, 133, 215],
] as const;
const view = ([rotDeg, tiltDeg, psiDeg]: readonly [number, number, number]) =>
  rotationFromEuler({ rotDeg, tiltDeg, psiDeg });
/** Rings of frequencies up to the corner, in cycles per pixel. */
const plane = Array.from({ length: 40 }, (_, i) => [
  0.0175 * i * Math.cos(2.4 * i),
  0.0175 * i * Math.sin(2.4 * i),
]) as [number, number][];

function largestDifference(a: Float64Array, b: Float64Array): number {
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));
}

test.each(views)(
  "row A21: transform of the projection at (%d, %d, %d) is a slice of the map's",
  (...euler) => {
    const rotation = view(euler);
    // the slice in the map's own axes: f = A^T (u, v, 0)
    const slice = plane.flatMap(([u, v]) => rotated(transposed(rotation), [u, v, 0]));
    const difference = largestDifference(
      blobProjectionTransform(phantom, Float64Array.from(plane.flat()), { rotation }),
      blobTransform(phantom, Float64Array.from(slice)),
    );
    expect(difference / mass).toBeLessThan(1e-10);
  },
);

test.each(views)("the projection's samples at (%d, %d, %d) have that transform", (...euler) => {
  const rotation = view(euler);
  // below 0.05 cycles/px the nearest alias, at 0.95, is exp(-2 pi² 1.2² 0.95²) = 7e-12 of the peak
  const low = plane.filter(([u, v]) => Math.hypot(u, v) < 0.05);
  const samples = blobLineIntegrals(phantom, { rotation });
  const sums = Float64Array.from(low.flatMap(([u, v]) => direct(samples, 48, u, v)));
  const exact = blobProjectionTransform(phantom, Float64Array.from(low.flat()), { rotation });
  expect(largestDifference(sums, exact) / mass).toBeLessThan(1e-10);
});

test("the volume's samples sum to the mass, in sections to the projection", () => {
  const rotation = view([20, 40, 60]);
  const n = phantom.boxSizePx;
  const [density, lines] = [blobDensity(phantom, { rotation }), blobLineIntegrals(phantom, { rotation })];
  expect(Math.abs(density.reduce((a, b) => a + b) / mass - 1)).toBeLessThan(1e-10);
  const peak = Math.max(...lines);
  for (let i = 0; i < n * n; i++) {
    let sum = 0;
    for (let z = 0; z < n; z++) sum += density[z * n * n + i]!;
    // a sum for an integral of a Gaussian of 1.2 px: the first alias is exp(-2 pi² 1.2²) = 4.5e-13
    expect(Math.abs(sum - lines[i]!)).toBeLessThan(1e-10 * peak);
  }
});

test("refuses frequencies that are not triplets or pairs", () => {
  expect(() => blobTransform(phantom, new Float64Array(4))).toThrow(/3 for each point/);
  expect(() => blobProjectionTransform(phantom, new Float64Array(3))).toThrow(/2 for each point/);
});

/** Discrete transform of an n x n picture at one frequency, origin at the origin pixel. */
function direct(samples: Float64Array, n: number, u: number, v: number): [number, number] {
  let [re, im] = [0, 0];
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) {
      const phase = -2 * Math.PI * (u * (x - n / 2) + v * (y - n / 2));
      re += samples[y * n + x]! * Math.cos(phase);
      im += samples[y * n + x]! * Math.sin(phase);
    }
  }
  return [re, im];
}
