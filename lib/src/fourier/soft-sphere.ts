import { elementCount, originIndex } from "../array/index.js";
import type { Shape } from "../array/index.js";
import { fall } from "./filter-profile.js";

/**
 * A ball, or disc, of ones around the origin `floor(n / 2)` with a raised-cosine edge: 1 up to `radiusPx`, 0 from
 * `radiusPx + edgePx`.
 */
export function softSphere(shape: Shape, radiusPx: number, edgePx: number): Float32Array {
  const out = new Float32Array(elementCount("mask", shape));
  const nx = shape.at(-1)!;
  const ny = shape.at(-2) ?? 1;
  const [inside, outside] = [radiusPx ** 2, (radiusPx + edgePx) ** 2];
  const [x0, y0, z0] = [originIndex(nx), originIndex(ny), originIndex(shape.at(-3) ?? 1)];
  for (let row = 0; row < out.length / nx; row++) {
    const square = ((row % ny) - y0) ** 2 + (Math.floor(row / ny) - z0) ** 2;
    for (let x = 0; x < nx; x++) {
      const distance = square + (x - x0) * (x - x0);
      if (distance <= inside) out[row * nx + x] = 1;
      else if (distance < outside) out[row * nx + x] = fall((Math.sqrt(distance) - radiusPx) / edgePx);
    }
  }
  return out;
}
