import { requireBetween, ShapeError, startTask } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import { rfft } from "../../fourier/index.js";
import type { HalfSpectrum } from "../../fourier/index.js";
import { requireCubicVoxels } from "../../model/index.js";
import type { Volume } from "../../model/index.js";
import { pad, paddingOf } from "./padded.js";
import type { Padding } from "./padded.js";

/** A map made ready to be projected many times. */
export interface Projector extends Padding {
  readonly kind: "projector";
  /** Transform of the padded and corrected map, its origin at the corner. */
  readonly spectrum: HalfSpectrum<Float32Array>;
  /** Å per voxel of the map, and per pixel of its projections. */
  readonly pixelSizeA: number;
}

/** Options of {@link prepareProjector}. */
export interface ProjectorOptions extends TaskOptions {
  /** How much larger than the map the box is whose transform is read, from 1 to 4. */
  readonly padding?: number;
}

/** Defaults of projection and back-projection, with their reasons. */
export const projectionDefaults = {
  /** 2: as most programs of the field; a phantom's projection then correlates above 0.9995 with the truth in every ring to 0.9 Nyquist. */
  padding: 2,
} as const;

/**
 * Makes a map ready to be projected in many directions by {@link projectFrom}: pads it, divides it by what reading between
 * the samples will multiply it by, and transforms it. Takes `8 padding³` times the memory of the map while it works.
 *
 * @throws ShapeError if the box is not a cube
 * @throws ValueError if voxels are not cubes, or the padding is outside 1 to 4
 * @row A21
 * @example
 * ```ts
 * const map = volume(new Float32Array(4096).fill(1), { shape: [16, 16, 16], voxelSizeA: 2 });
 * (await prepareProjector(map)).paddedSizePx; // 32
 * ```
 */
export async function prepareProjector(map: Volume, options: ProjectorOptions = {}): Promise<Projector> {
  requireCubicVoxels("prepareProjector", map);
  requireCubicBox("prepareProjector", map.shape);
  const padding = resolvePadding(map.shape[0], options.padding);
  const size = padding.paddedSizePx;
  const padded = await pad(map.data, padding, startTask(options));
  const spectrum = await rfft(padded, [size, size, size], options);
  return { kind: "projector", ...padding, spectrum, pixelSizeA: map.voxelSizeA };
}

/** The padding of a box, checked, with its default. */
export function resolvePadding(boxSizePx: number, factor: number = projectionDefaults.padding): Padding {
  return paddingOf(boxSizePx, requireBetween("padding", factor, 1, 4, "box sizes"));
}

function requireCubicBox(what: string, shape: Volume["shape"]): void {
  if (shape[0] !== shape[1] || shape[0] !== shape[2]) {
    throw new ShapeError(`${what}: map`, {
      got: `[${shape.join(", ")}]`,
      wanted: "three equal sides",
      hint: "put the map into a cube first",
    });
  }
}
