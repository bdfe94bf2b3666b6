import type { Pass } from "./passes.js";
import { unitRootInto } from "./unit-root.js";

/**
 * The pass of any odd radix. Inputs `j` and `radix - j` enter every output with the same cosine and opposite sines,
 * so their sums and differences are formed once and outputs `k` and `radix - k` share all products.
 */
export function oddPass(radix: number): Pass {
  const pairs = (radix - 1) / 2;
  const roots = new Float64Array(2 * radix);
  for (let k = 0; k < radix; k++) unitRootInto(roots, 2 * k, k, radix);
  const sums = new Float64Array(2 * pairs);
  const differences = new Float64Array(2 * pairs);
  return (xr, xi, yr, yi, m, s, w) => {
    const apart = m * s;
    for (let p = 0; p < m; p++) {
      const twiddles = 2 * p * (radix - 1);
      for (let q = 0; q < s; q++) {
        const from = p * s + q;
        const to = p * s * radix + q;
        const firstR = xr[from]!;
        const firstI = xi[from]!;
        let totalR = firstR;
        let totalI = firstI;
        for (let j = 1; j <= pairs; j++) {
          const near = from + j * apart;
          const far = from + (radix - j) * apart;
          const at = 2 * j - 2;
          sums[at] = xr[near]! + xr[far]!;
          sums[at + 1] = xi[near]! + xi[far]!;
          differences[at] = xr[near]! - xr[far]!;
          differences[at + 1] = xi[near]! - xi[far]!;
          totalR += sums[at]!;
          totalI += sums[at + 1]!;
        }
        yr[to] = totalR;
        yi[to] = totalI;
        for (let k = 1; k <= pairs; k++) {
          let evenR = firstR;
          let evenI = firstI;
          let oddR = 0;
          let oddI = 0;
          let angle = 0; // j * k modulo the radix
          for (let at = 0; at < 2 * pairs; at += 2) {
            angle += k;
            if (angle >= radix) angle -= radix;
            const cosine = roots[2 * angle]!;
            const sine = -roots[2 * angle + 1]!;
            evenR += cosine * sums[at]!;
            evenI += cosine * sums[at + 1]!;
            oddR += sine * differences[at]!;
            oddI += sine * differences[at + 1]!;
          }
          const nearW = twiddles + 2 * (k - 1);
          const farW = twiddles + 2 * (radix - k - 1);
          const near = to + k * s;
          const far = to + (radix - k) * s;
          const nearR = evenR + oddI;
          const nearI = evenI - oddR;
          const farR = evenR - oddI;
          const farI = evenI + oddR;
          yr[near] = nearR * w[nearW]! - nearI * w[nearW + 1]!;
          yi[near] = nearR * w[nearW + 1]! + nearI * w[nearW]!;
          yr[far] = farR * w[farW]! - farI * w[farW + 1]!;
          yi[far] = farR * w[farW + 1]! + farI * w[farW]!;
        }
      }
    }
  };
}
