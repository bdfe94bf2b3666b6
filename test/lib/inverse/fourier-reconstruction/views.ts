import {
  applyMask,
  blobProjection,
  fourierShellCorrelation,
  imageStack,
  randomRotation,
  seeded,
  softMask,
} from "vitrine";
import type { BlobPhantom, Rotation, Volume } from "vitrine";
import type { PosedImages } from "../../../../lib/src/inverse/index.js";
import { relativeError } from "../../fourier/arrays.js";

/** Views spread at random over all directions. */
export const randomViews = (count: number, seed: number = 5): Rotation[] =>
  Array.from({ length: count }, (_, i) => randomRotation(seeded(seed).item(i)));

/** Exact projections of a phantom, without any interpolation. */
export function exactViews(phantom: BlobPhantom, rotations: readonly Rotation[]): PosedImages {
  const n = phantom.boxSizePx;
  const data = new Float32Array(rotations.length * n * n);
  rotations.forEach((rotation, i) => {
    data.set(blobProjection(phantom, { rotation }).data, i * n * n);
  });
  return {
    images: imageStack(data, { shape: [rotations.length, n, n], pixelSizeA: phantom.voxelSizeA }),
    poses: rotations.map((rotation) => ({ rotation })),
  };
}

/** The images from `from` to before `to`, with what belongs to them. */
export function portion({ images, poses, ctf }: PosedImages, from: number, to: number): PosedImages {
  const [, ny, nx] = images.shape;
  return {
    images: imageStack(images.data.subarray(from * ny * nx, to * ny * nx), {
      shape: [to - from, ny, nx],
      pixelSizeA: images.pixelSizeA,
    }),
    poses: poses.slice(from, to),
    ...(ctf !== undefined && { ctf: Array.isArray(ctf) ? ctf.slice(from, to) : ctf }),
  };
}

/** How near a map comes to the truth. */
export interface Nearness {
  readonly correlation: number;
  readonly nrmse: number;
  readonly fsc: Float64Array;
}

/** How near a map comes to the truth within the usual soft sphere, where particles are: not in the corners of the box. */
export async function nearness(map: Volume, truth: Volume): Promise<Nearness> {
  const seen = applyMask(map, softMask(truth));
  const { correlation: fsc } = await fourierShellCorrelation({ a: seen, b: truth });
  return { correlation: pearson(seen.data, truth.data), nrmse: relativeError(seen.data, truth.data), fsc };
}

/** Correlation coefficient of two arrays. */
export function pearson(a: Float32Array, b: Float32Array): number {
  const mean = (data: Float32Array): number => data.reduce((sum, value) => sum + value, 0) / data.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += (a[i]! - meanA) * (b[i]! - meanB);
    aa += (a[i]! - meanA) ** 2;
    bb += (b[i]! - meanB) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}
