import type { TaskOptions } from "../../core/index.js";
import { requireInteger, startTask } from "../../core/index.js";
import { originIndex } from "../../array/index.js";
import type { Volume } from "../../model/index.js";
import { volume } from "../../model/index.js";
import type { Profile } from "./shapes.js";
import { featureExtent, featureProfile } from "./shapes.js";
import type { PhantomDescription, PhantomFeature } from "./features.js";

/** What {@link renderPhantom} takes. */
export interface RenderPhantomOptions extends TaskOptions {
  /** Å per voxel of the map that is made: a description has no scale of its own. */
  readonly voxelSizeA: number;
  /** Voxels along the description's longest side; the rest in proportion. Default: the description's own grid. */
  readonly boxSizePx?: number;
}

/**
 * Draws a geometrical description as a map: each voxel takes the density at its centre, features in the order of the
 * text, the centre of the description on the origin voxel. Another `boxSizePx` scales the whole in proportion.
 *
 * @throws ValueError if the box is not a whole number from 1 to 4096 or the voxel size not above 0
 * @row F2
 * @example
 * ```ts
 * import { describe, parsePhantom, renderPhantom } from "vitrine";
 * const ball = parsePhantom("32 32 32 0\nsph = 1 0 0 0 10");
 * describe(await renderPhantom(ball, { voxelSizeA: 4 }));
 * ```
 */
export async function renderPhantom(
  phantom: PhantomDescription,
  options: RenderPhantomOptions,
): Promise<Volume> {
  const task = startTask(options);
  const longest = Math.max(...phantom.shape);
  const box = requireInteger("boxSizePx", options.boxSizePx ?? longest, 1, 4096);
  const scale = box / longest;
  const shape = phantom.shape.map((size) => Math.max(1, Math.round(size * scale))) as [
    number,
    number,
    number,
  ];
  const map = volume(new Float32Array(shape[0] * shape[1] * shape[2]).fill(phantom.background), {
    shape,
    voxelSizeA: options.voxelSizeA,
  });
  for (const [index, feature] of phantom.features.entries()) {
    const profile = featureProfile(feature);
    const [first, last] = reach(feature, 2, shape[0], scale);
    for (let z = first; z <= last; z++) {
      drawSection(map, feature, profile, z, scale);
      await task.breathe();
    }
    task.report({ stage: "draw features", done: index + 1, total: phantom.features.length });
  }
  return map;
}

/** First and last index along an axis (0 is x) that a feature can reach. */
function reach(feature: PhantomFeature, axis: 0 | 1 | 2, size: number, scale: number): [number, number] {
  const extent = featureExtent(feature);
  const at = feature.centre[axis];
  return [
    Math.max(0, Math.ceil((at - extent) * scale) + originIndex(size)),
    Math.min(size - 1, Math.floor((at + extent) * scale) + originIndex(size)),
  ];
}

function drawSection(
  { data, shape: [nz, ny, nx] }: Volume,
  feature: PhantomFeature,
  profile: Profile,
  z: number,
  scale: number,
): void {
  const [cx, cy, cz] = feature.centre;
  const [firstY, lastY] = reach(feature, 1, ny, scale);
  const [firstX, lastX] = reach(feature, 0, nx, scale);
  const dz = (z - originIndex(nz)) / scale - cz;
  for (let y = firstY; y <= lastY; y++) {
    const dy = (y - originIndex(ny)) / scale - cy;
    const row = (z * ny + y) * nx;
    for (let x = firstX; x <= lastX; x++) {
      const share = profile((x - originIndex(nx)) / scale - cx, dy, dz);
      if (share === 0) continue;
      if (feature.combination === "set") data[row + x] = feature.density * share;
      else data[row + x]! += feature.density * share;
    }
  }
}
