import { requireInteger, requirePositive, seeded } from "../../core/index.js";

/**
 * A phantom made of round Gaussians, of which volume, projections and Fourier transform are known in closed form:
 * a ground truth without any interpolation in it.
 */
export interface BlobPhantom {
  readonly kind: "blob-phantom";
  readonly boxSizePx: number;
  /** Å per voxel. */
  readonly voxelSizeA: number;
  readonly seed: number;
  readonly count: number;
  /** Centres as x, y, z of one blob after the other, in pixels from the origin voxel `floor(boxSizePx / 2)`. */
  readonly centresPx: Float64Array;
  /** Standard deviation of each blob, in pixels. */
  readonly sigmasPx: Float64Array;
  /** Density at the centre of each blob. */
  readonly weights: Float64Array;
}

/** Defaults of {@link simulateBlobs}, with their reasons. */
export const blobDefaults = {
  /** 48: small enough to project thousands of times in a test, wide enough that the blobs end inside the box. */
  boxSizePx: 48,
  /** 2 Å: Nyquist at 4 Å, and a blob is as wide as an amino acid's side chain, 2.4 to 3 Å. */
  voxelSizeA: 2,
  /** 60: enough that no two views look alike. */
  count: 60,
} as const;

/** Semi-axes of the ellipsoid that holds the centres, x, y, z, as fractions of a 48-pixel box: three unlike axes leave no symmetry. */
const semiAxes = [14 / 48, 11 / 48, 8 / 48] as const;
/** Narrowest and widest blob in pixels: below 1.2 the grid would alias, above 1.5 nothing would be left near Nyquist. */
const sigmaRangePx = [1.2, 1.5] as const;
const weightRange = [0.5, 1.5] as const;

/** What {@link simulateBlobs} takes. */
export interface BlobOptions {
  readonly seed: number;
  readonly boxSizePx?: number;
  /** Å per voxel. */
  readonly voxelSizeA?: number;
  readonly count?: number;
}

/**
 * Makes the blob phantom: `count` round Gaussians of 1.2 to 1.5 px standard deviation and density 0.5 to 1.5, spread
 * evenly over an ellipsoid with semi-axes 14, 11 and 8 px in a box of 48 (in proportion in other boxes).
 * Look at it with {@link blobVolume}, {@link blobProjection} and {@link blobTransform}.
 *
 * @throws ValueError if the box or the number of blobs is not a whole number of at least 1
 * @example
 * ```ts
 * import { blobVolume, describe, simulateBlobs } from "vitrine";
 * describe(blobVolume(simulateBlobs({ seed: 1 })));
 * ```
 */
export function simulateBlobs(options: BlobOptions): BlobPhantom {
  const { seed, boxSizePx, voxelSizeA, count } = { ...blobDefaults, ...options };
  requireInteger("boxSizePx", boxSizePx, 1);
  requirePositive("voxelSizeA", voxelSizeA, "Å per voxel");
  requireInteger("count", count, 1);
  const centresPx = new Float64Array(3 * count);
  const sigmasPx = new Float64Array(count);
  const weights = new Float64Array(count);
  const random = seeded(seed);
  for (let blob = 0; blob < count; blob++) {
    const draw = random.item(blob);
    const [x, y, z] = pointInBall(draw.uniform);
    centresPx[3 * blob] = x * semiAxes[0] * boxSizePx;
    centresPx[3 * blob + 1] = y * semiAxes[1] * boxSizePx;
    centresPx[3 * blob + 2] = z * semiAxes[2] * boxSizePx;
    sigmasPx[blob] = between(sigmaRangePx, draw.uniform());
    weights[blob] = between(weightRange, draw.uniform());
  }
  return { kind: "blob-phantom", boxSizePx, voxelSizeA, seed, count, centresPx, sigmasPx, weights };
}

function between([low, high]: readonly [number, number], fraction: number): number {
  return low + (high - low) * fraction;
}

/** A point spread evenly over the unit ball, by rejection. */
function pointInBall(uniform: () => number): [number, number, number] {
  for (;;) {
    const [x, y, z] = [2 * uniform() - 1, 2 * uniform() - 1, 2 * uniform() - 1];
    if (x * x + y * y + z * z <= 1) return [x, y, z];
  }
}
