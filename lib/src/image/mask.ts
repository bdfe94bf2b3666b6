import { requireBetween, requirePositive } from "../core/index.js";
import { requireSameShape } from "../array/index.js";
import { softSphere } from "../fourier/index.js";
import { requireSameSampling } from "../model/index.js";
import type { Image, Volume } from "../model/index.js";
import { samplingA, withData } from "./sampled.js";

/** Options of {@link softMask}. */
export interface SoftMaskOptions {
  /** Radius up to which the mask is 1, in Å. Default: as far as the edge of the mask fits into the box. */
  readonly radiusA?: number;
  /** Width over which it falls to 0, in Å. */
  readonly edgeA?: number;
}

/** Default width of a mask's edge in pixels. 5: sharper ones correlate the shells of a transform visibly. */
const edgePx = 5;

/**
 * A ball (for an image a disc) around the origin of `like`, of the same size and sampling: 1 inside `radiusA`, 0 from
 * `radiusA + edgeA`, half a cosine in between. By default the edge is 5 pixels wide and ends at the border of the box.
 *
 * @throws ValueError if the radius is not above 0, the edge is negative, or a map's voxels are not cubes
 * @example
 * ```ts
 * const map = volume(new Float32Array(32 ** 3), { shape: [32, 32, 32], voxelSizeA: 2 });
 * statistics(softMask(map, { radiusA: 16, edgeA: 8 }).data).max; // 1
 * ```
 */
export function softMask<T extends Image | Volume>(like: T, options: SoftMaskOptions = {}): T {
  const stepA = samplingA("softMask", like);
  const edgeA = requireBetween("edgeA", options.edgeA ?? edgePx * stepA, 0, Number.MAX_VALUE, "Å");
  const fitting = Math.floor((Math.min(...like.shape) - 1) / 2) * stepA - edgeA;
  const radiusA = requirePositive("radiusA", options.radiusA ?? fitting, "Å");
  return withData(like, softSphere(like.shape, radiusA / stepA, edgeA / stepA));
}

/**
 * A map or image multiplied by a mask, voxel by voxel.
 *
 * @throws ShapeError if the sizes differ
 * @throws ValueError if the samplings differ by more than 0.1 %
 * @example
 * ```ts
 * const map = volume(new Float32Array(32 ** 3).fill(1), { shape: [32, 32, 32], voxelSizeA: 2 });
 * applyMask(map, softMask(map)).data[0]; // 0
 * ```
 */
export function applyMask<T extends Image | Volume>(x: T, mask: T): T {
  requireSameShape("applyMask", x.shape, mask.shape);
  requireSameSampling("applyMask", samplingA("applyMask", x), samplingA("applyMask", mask));
  const out = new Float32Array(x.data.length);
  for (let i = 0; i < out.length; i++) out[i] = x.data[i]! * mask.data[i]!;
  return withData(x, out);
}
