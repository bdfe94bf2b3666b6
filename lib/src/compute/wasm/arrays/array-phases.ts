import type { Phase } from "../phase.js";

/** Numbers of a block: about a millisecond. */
const blockNumbers = 2 ** 18;

/** Steps that set `length` numbers to 0. */
export function clearPhases(array: number, length: number): Phase[] {
  return [phase("clearNumbers", [array, length, blockNumbers], length / blockNumbers)];
}

/** Complex arrays in the kernels' memory and how many complex numbers each has. */
export interface ProductInMemory {
  readonly a: number;
  readonly b: number;
  readonly to: number;
  readonly length: number;
  readonly period: number;
  readonly conjugate: boolean;
}

/** Steps of a product. */
export function multiplyPhases({ a, b, to, length, period, conjugate }: ProductInMemory): Phase[] {
  const perBlock = blockNumbers / 2;
  const args = [a, b, to, length, period, conjugate ? -1 : 1, perBlock];
  return [phase("multiplyComplex", args, length / perBlock)];
}

/** Half spectra and phase ramps (see `shift-ramps.ts`) in the kernels' memory. */
export interface ShiftInMemory {
  readonly spectra: number;
  readonly ramps: number;
  /** `[nz, ny, nx]` of the real arrays. */
  readonly shape: readonly [number, number, number];
  readonly batch: number;
}

/** Steps of a shift. */
export function shiftPhases({ spectra, ramps, shape: [nz, ny, nx], batch }: ShiftInMemory): Phase[] {
  const width = Math.floor(nx / 2) + 1;
  const rows = batch * nz * ny;
  const perBlock = Math.ceil(blockNumbers / (2 * width));
  return [phase("shiftSpectra", [spectra, ramps, nz, ny, width, rows, perBlock], rows / perBlock)];
}

function phase(kernel: string, args: readonly number[], blocks: number): Phase {
  return { kernel, args, blocks: Math.ceil(blocks), scratchBytes: 0 };
}
