/// <reference types="@webgpu/types" preserve="true" />
import type { SliceGridSize } from "../../jobs/slice-jobs.js";
import type { Dispatch } from "../device/dispatch.js";
import { elementDispatch } from "../device/dispatch.js";
import { elementKernel } from "../device/kernel.js";
import type { Kernel } from "../device/kernel.js";

/** Numbers per sample of a grid, in the order of the half spectrum: a complex one, and where slices are added its weight. */
const numbersPerSample = { gather: 2, insert: 3 } as const;

/** Numbers that a grid takes. */
export function gridLength({ paddedSizePx, use }: SliceGridSize): number {
  return numbersPerSample[use] * sampleCount(paddedSizePx);
}

function sampleCount(paddedSizePx: number): number {
  return paddedSizePx * paddedSizePx * (paddedSizePx / 2 + 1);
}

const fillKernel = elementKernel({
  name: "filling a grid",
  buffers: { spectrum: "read array<vec2f>", grid: "read_write array<f32>" },
  parameters: { per: "u32" },
  body: `
  grid[i * parameters.per] = spectrum[i].x;
  grid[i * parameters.per + 1u] = spectrum[i].y;`,
});

/** The dispatch that fills a grid. */
export function fillDispatch(
  { paddedSizePx, use }: SliceGridSize,
  grid: GPUBuffer,
  spectrum: GPUBuffer,
): Dispatch {
  return elementDispatch(fillKernel, [spectrum, grid], {
    count: sampleCount(paddedSizePx),
    per: numbersPerSample[use],
  });
}

const takeSums = `
  let value = vec2f(grid[own], grid[own + 1u]);
  spectrum[i] = value + select(vec2f(0.0), vec2f(grid[mate], -grid[mate + 1u]), isJoined);`;
const takeWeights = `
  weights[i] = grid[own + 2u] + select(0.0, grid[mate + 2u], isJoined);`;

const emptyKernel = emptyingKernel({ spectrum: "read_write array<vec2f>" }, takeSums);
const emptyWeightedKernel = emptyingKernel(
  { spectrum: "read_write array<vec2f>", weights: "read_write array<f32>" },
  takeSums + takeWeights,
);

/** A kernel that takes a grid apart; samples of the planes x = 0 and x = n / 2 are joined with their mates. */
function emptyingKernel(
  targets: Readonly<Record<string, "read_write array<vec2f>" | "read_write array<f32>">>,
  take: string,
): Kernel {
  return elementKernel({
    name: "emptying a grid",
    buffers: { grid: "read array<f32>", ...targets },
    parameters: { per: "u32", n: "u32" },
    body: `
  let n = parameters.n;
  let width = n / 2u + 1u;
  let x = i % width;
  let y = (i / width) % n;
  let z = i / (width * n);
  let isJoined = x == 0u || 2u * x == n;
  let own = i * parameters.per;
  let mate = ((((n - z) % n) * n + (n - y) % n) * width + x) * parameters.per;${take}`,
  });
}

/** The dispatch that takes a grid apart. */
export function emptyDispatch(
  { paddedSizePx, use }: SliceGridSize,
  grid: GPUBuffer,
  spectrum: GPUBuffer,
  weights: GPUBuffer | undefined,
): Dispatch {
  const parameters = { count: sampleCount(paddedSizePx), per: numbersPerSample[use], n: paddedSizePx };
  return weights === undefined
    ? elementDispatch(emptyKernel, [grid, spectrum], parameters)
    : elementDispatch(emptyWeightedKernel, [grid, spectrum, weights], parameters);
}
