import { ShapeError } from "../../core/index.js";
import type { BlobView } from "./density.js";
import { turnedBlobs } from "./density.js";
import type { BlobPhantom } from "./simulate-blobs.js";

/**
 * Exact Fourier transform of a turned blob phantom, at any frequencies.
 *
 * F(f) = sum of w (2 pi s²)^(3/2) exp(-2 pi² s² |f|²) exp(-2 pi i f·c) over the blobs, with the origin voxel as the
 * origin of phase. `frequencies` holds fx, fy, fz of one point after the other, in cycles per pixel; what comes back is
 * real and imaginary part of one point after the other.
 *
 * @throws ShapeError if the frequencies are not triplets
 * @row A21
 * @example
 * ```ts
 * import { blobTransform, simulateBlobs } from "vitrine";
 * blobTransform(simulateBlobs({ seed: 1 }), Float64Array.of(0, 0, 0))[1];   // 0: the transform at the origin is the mass
 * ```
 */
export function blobTransform(
  phantom: BlobPhantom,
  frequencies: Float64Array,
  view: BlobView = {},
): Float64Array {
  return transform(phantom, frequencies, view, 3);
}

/**
 * Exact Fourier transform of the projection of a turned blob phantom: by the central slice theorem the plane fz = 0 of
 * {@link blobTransform}, here from the closed form in two dimensions. `frequencies` holds pairs fx, fy in cycles per pixel.
 *
 * @throws ShapeError if the frequencies are not pairs
 * @row A21
 * @example
 * ```ts
 * import { blobProjectionTransform, simulateBlobs } from "vitrine";
 * blobProjectionTransform(simulateBlobs({ seed: 1 }), Float64Array.of(0, 0, 0.1, 0)).length;   // 4
 * ```
 */
export function blobProjectionTransform(
  phantom: BlobPhantom,
  frequencies: Float64Array,
  view: BlobView = {},
): Float64Array {
  return transform(phantom, frequencies, view, 2);
}

function transform(
  phantom: BlobPhantom,
  frequencies: Float64Array,
  view: BlobView,
  dimensions: 2 | 3,
): Float64Array {
  if (frequencies.length % dimensions !== 0) {
    throw new ShapeError("frequencies", {
      got: `${frequencies.length} numbers`,
      wanted: `${dimensions} for each point`,
    });
  }
  const count = frequencies.length / dimensions;
  const out = new Float64Array(2 * count);
  for (const { x, y, z, sigma, weight } of turnedBlobs(phantom, view)) {
    const width = 2 * Math.PI * sigma * sigma;
    const through = dimensions === 2 ? weight * sigma * Math.sqrt(2 * Math.PI) : weight * Math.sqrt(width);
    const mass = through * width;
    for (let point = 0; point < count; point++) {
      const fx = frequencies[dimensions * point]!;
      const fy = frequencies[dimensions * point + 1]!;
      const fz = dimensions === 3 ? frequencies[dimensions * point + 2]! : 0;
      const amplitude = mass * Math.exp(-Math.PI * width * (fx * fx + fy * fy + fz * fz));
      const phase = -2 * Math.PI * (fx * x + fy * y + fz * z);
      out[2 * point]! += amplitude * Math.cos(phase);
      out[2 * point + 1]! += amplitude * Math.sin(phase);
    }
  }
  return out;
}
