import { frequencyIndex, halfWidth } from "../../fourier/index.js";

/** What the coefficient at the origin counts for: the mean of |k| over its own pixel. */
const atOrigin = 1 / 4;

/**
 * What a coefficient at `radius` Fourier pixels from the origin of its slice counts for, among those of all slices: slices
 * crowd towards the origin, where they all meet, as 1 / radius, and a coefficient stands for as much of Fourier space as
 * falls to it (the ramp of filtered back-projection). Left uneven, the crowd draws what is read between samples inwards:
 * the map of a phantom came out 1.2 % too strong.
 */
export function rampAt(radius: number): number {
  return Math.max(radius, atOrigin);
}

/** {@link rampAt} for the half spectrum of an image of side `n`, `[n, floor(n / 2) + 1]`. */
export function rampOf(n: number): Float32Array {
  const width = halfWidth(n);
  return Float32Array.from({ length: n * width }, (_, index) =>
    rampAt(Math.hypot(index % width, frequencyIndex(Math.floor(index / width), n))),
  );
}
