import { fastSizeFrom } from "./factors.js";
import { lineBlock } from "./line-block.js";
import type { LineBlock, LinePlan } from "./line-block.js";
import { mixedRadixPlan } from "./mixed-radix.js";
import { unitRootInto } from "./unit-root.js";

/**
 * A plan for sizes with a large prime factor: the transform as a convolution with a chirp, done at a fast size
 * (Bluestein 1970, "A linear filtering approach to the computation of discrete Fourier transform", IEEE Trans. Audio
 * Electroacoust. 18, 451).
 */
export function bluesteinPlan(size: number): LinePlan {
  const padded = fastSizeFrom(2 * size - 1);
  const inner = mixedRadixPlan(padded);
  const chirp = chirpOf(size);
  const kernel = kernelOf(chirp, size, inner);
  let room: LineBlock = lineBlock(0, 0);
  return {
    size,
    transform(block, batch) {
      const length = padded * batch;
      if (room.re.length !== length) room = lineBlock(padded, batch);
      timesChirp(block, room, chirp, size, batch);
      room.re.fill(0, size * batch);
      room.im.fill(0, size * batch);
      inner.transform(room, batch);
      timesKernel(room, kernel, padded, batch);
      inner.transform(room, batch);
      // the second transform ran on exchanged parts, which makes it an inverse one
      timesChirp({ re: room.im, im: room.re }, block, chirp, size, batch);
    },
  };
}

/** `exp(-pi i j^2 / size)` for each j; the square is taken modulo `2 size`, in whole numbers. */
function chirpOf(size: number): Float64Array {
  const chirp = new Float64Array(2 * size);
  for (let j = 0; j < size; j++) unitRootInto(chirp, 2 * j, (j * j) % (2 * size), 2 * size);
  return chirp;
}

/** Transform of the conjugate chirp, wrapped around, divided by the padded size. */
function kernelOf(chirp: Float64Array, size: number, plan: LinePlan): Float64Array {
  const block = lineBlock(plan.size, 1);
  for (let j = 0; j < size; j++) {
    for (const at of j === 0 ? [0] : [j, plan.size - j]) {
      block.re[at] = chirp[2 * j]! / plan.size;
      block.im[at] = -chirp[2 * j + 1]! / plan.size;
    }
  }
  plan.transform(block, 1);
  const kernel = new Float64Array(2 * plan.size);
  for (let k = 0; k < plan.size; k++) {
    kernel[2 * k] = block.re[k]!;
    kernel[2 * k + 1] = block.im[k]!;
  }
  return kernel;
}

type Parts = Pick<LineBlock, "re" | "im">;

function timesChirp(from: Parts, to: Parts, chirp: Float64Array, size: number, batch: number): void {
  for (let j = 0; j < size; j++) {
    const cr = chirp[2 * j]!;
    const ci = chirp[2 * j + 1]!;
    for (let at = j * batch; at < (j + 1) * batch; at++) {
      const re = from.re[at]!;
      const im = from.im[at]!;
      to.re[at] = re * cr - im * ci;
      to.im[at] = re * ci + im * cr;
    }
  }
}

/** Multiplies by the kernel and exchanges real and imaginary parts. */
function timesKernel(block: LineBlock, kernel: Float64Array, padded: number, batch: number): void {
  for (let k = 0; k < padded; k++) {
    const kr = kernel[2 * k]!;
    const ki = kernel[2 * k + 1]!;
    for (let at = k * batch; at < (k + 1) * batch; at++) {
      const re = block.re[at]!;
      const im = block.im[at]!;
      block.re[at] = re * ki + im * kr;
      block.im[at] = re * kr - im * ki;
    }
  }
}
