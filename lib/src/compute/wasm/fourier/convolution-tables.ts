import type { Tables } from "../phase.js";
import { doubleTransform } from "./double-transform.js";
import { unitRoot } from "./unit-root.js";

/** Tables of a convolution with a chirp: the chirp, and the transform of its conjugate at the padded size. */
export function convolutionTables(
  size: number,
  padded: number,
  tables: Tables,
): { readonly chirp: number; readonly kernel: number } {
  return {
    chirp: tables.keep(`fourier/chirp/${size}`, () => Float32Array.from(chirpOf(size))),
    kernel: tables.keep(`fourier/kernel/${size}`, () => Float32Array.from(kernelOf(size, padded))),
  };
}

/** `exp(-pi i j^2 / size)` for each j; the square is taken modulo `2 size`, in whole numbers. */
function chirpOf(size: number): Float64Array {
  const chirp = new Float64Array(2 * size);
  for (let j = 0; j < size; j++) chirp.set(unitRoot((j * j) % (2 * size), 2 * size), 2 * j);
  return chirp;
}

/** Transform of the conjugate chirp, wrapped around, divided by the padded size. */
function kernelOf(size: number, padded: number): Float64Array {
  const chirp = chirpOf(size);
  const wrapped = new Float64Array(2 * padded);
  for (let j = 0; j < size; j++) {
    for (const at of j === 0 ? [0] : [j, padded - j]) {
      wrapped[2 * at] = chirp[2 * j]! / padded;
      wrapped[2 * at + 1] = -chirp[2 * j + 1]! / padded;
    }
  }
  return doubleTransform(wrapped);
}
