import { expect, test } from "vitest";
import { jsBackend } from "../../../../lib/src/compute/index.js";
import type { Backend } from "../../../../lib/src/compute/index.js";
import { radiusLimit, sliceAxes } from "../../../../lib/src/compute/webgpu/slices/slice-axes.js";
import { webgpuBackend } from "../../../../lib/src/compute/webgpu/index.js";
import { useSoftwareVulkan } from "../../../support/vulkan.js";
import { rotationOf } from "../contract/slice-truth.js";
import { distance, noise, put, take } from "../contract/truth.js";

const [n, padded, radiusPx] = [10, 20, 5];

/** Slices enough for more than one dispatch, and for more than one round of a workgroup's search. */
const count = 1100;
const rotations = Float32Array.from(
  Array.from({ length: count }, (_, i) =>
    rotationOf(17 * i, Math.acos(1 - (2 * i) / count) * 57.29578, 41 * i),
  ).flat(),
);

/** Slices added to an empty grid: the sums and the weights. */
async function added(backend: Backend, slices: Float32Array): Promise<readonly [Float32Array, Float32Array]> {
  const grid = backend.sliceGrid({ paddedSizePx: padded, use: "insert" });
  const from = put(backend, slices);
  await backend.insertSlices({ grid, rotations, boxSizePx: n, radiusPx, slices: from });
  const samples = padded * padded * (padded / 2 + 1);
  const [sums, weights] = [backend.allocate(2 * samples, "sums"), backend.allocate(samples, "weights")];
  await backend.emptyGrid(grid, sums, weights);
  return [await take(backend, sums), await take(backend, weights)];
}

test("many slices are added as plain TypeScript adds them", async () => {
  useSoftwareVulkan();
  const backend = await webgpuBackend({ allowSoftware: true });
  const slices = noise(2 * count * n * (n / 2 + 1));
  const [got, wanted] = [await added(backend, slices), await added(jsBackend(), slices)];
  // up to a thousand terms in float32 on both sides
  expect(distance(got[0], wanted[0])).toBeLessThan(2e-6);
  expect(distance(got[1], wanted[1])).toBeLessThan(2e-6);
  backend.stop();
});

test("the table of a slice has its steps in two parts and its normal", () => {
  const grid = { paddedSizePx: padded, use: "insert", numbers: { length: 0 } } as const;
  const job = { grid, rotations: Float32Array.from(rotationOf(20, 50, 70)), boxSizePx: n, radiusPx: 11.5 };
  const table = sliceAxes(job);
  const along = [0, 1, 2].map((axis) => table[axis]! + table[8 + axis]!);
  expect(
    distance(
      along,
      [...job.rotations.subarray(0, 3)].map((number) => 2 * number),
    ),
  ).toBeLessThan(1e-7);
  expect(distance([table[3]!, table[7]!, table[11]!], job.rotations.subarray(6, 9))).toBeLessThan(1e-6);
  expect(radiusLimit(job)).toBe(133);
});
