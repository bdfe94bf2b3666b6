import { lineBlock } from "../../js/fourier/lines/line-block.js";
import { mixedRadixPlan } from "../../js/fourier/lines/mixed-radix.js";
import { unitRootInto } from "../../js/fourier/lines/unit-root.js";

/** `exp(-pi i j^2 / length)` for each j; the square is taken modulo `2 length`, in whole numbers. */
export function chirp(length: number): Float32Array<ArrayBuffer> {
  return new Float32Array(exactChirp(length));
}

/** Transform, at length `padded`, of the chirp's conjugate wrapped around; divided by `padded`, as the inverse transform wants. */
export function chirpSpectrum(length: number, padded: number): Float32Array<ArrayBuffer> {
  const wave = exactChirp(length);
  const block = lineBlock(padded, 1);
  for (let j = 0; j < length; j++) {
    for (const at of j === 0 ? [0] : [j, padded - j]) {
      block.re[at] = wave[2 * j]! / padded;
      block.im[at] = -wave[2 * j + 1]! / padded;
    }
  }
  mixedRadixPlan(padded).transform(block, 1);
  return Float32Array.from({ length: 2 * padded }, (_, at) => (at % 2 === 0 ? block.re : block.im)[at >> 1]!);
}

function exactChirp(length: number): Float64Array {
  const wave = new Float64Array(2 * length);
  for (let j = 0; j < length; j++) unitRootInto(wave, 2 * j, (j * j) % (2 * length), 2 * length);
  return wave;
}
