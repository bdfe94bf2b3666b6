import { startTask, ValueError } from "../../core/index.js";
import { defaultBackend } from "../../compute/index.js";
import type { Backend, Resident, SliceGrid } from "../../compute/index.js";
import { halfWidth } from "../../fourier/index.js";
import { requireCubicVoxels } from "../../model/index.js";
import type { Volume } from "../../model/index.js";
import type { ProjectorOptions } from "./options.js";
import { padInto, requireCubicBox, resolvePadding } from "./padded.js";
import type { Padding } from "./padded.js";

/** A map made ready to be projected many times. It holds memory of its backend until {@link releaseProjector}. */
export interface Projector extends Padding {
  readonly kind: "projector";
  /** Å per voxel of the map, and per pixel of its projections. */
  readonly pixelSizeA: number;
  readonly backend: Backend;
  /** Transform of the padded and corrected map, in the layout of the backend. */
  readonly grid: SliceGrid;
}

const released = new WeakSet<Projector>();

/** Gives back what a projector holds that was forgotten. */
const forgotten = new FinalizationRegistry<{ readonly backend: Backend; readonly numbers: Resident }>(
  ({ backend, numbers }) => {
    backend.release(numbers);
  },
);

/**
 * Makes a map ready to be projected in many poses by `projectFrom`: pads it, divides it by what reading between the samples
 * will multiply it by, and transforms it. The projector holds about `4 paddedSizePx³` bytes; three times as much is needed
 * while it is made, and refused before the work begins if it isn't there. {@link releaseProjector} gives them back; a
 * projector that is forgotten is released in its own time.
 *
 * @throws ShapeError if the box is not a cube
 * @throws ValueError if voxels are not cubes, the padding is outside 1 to 4, or the radius too large
 * @throws MemoryError if it doesn't fit
 * @row A21
 * @example
 * ```ts
 * const map = volume(new Float32Array(4096).fill(1), { shape: [16, 16, 16], voxelSizeA: 2 });
 * const projector = await prepareProjector(map);
 * projector.paddedSizePx; // 32
 * releaseProjector(projector);
 * ```
 */
export async function prepareProjector(map: Volume, options: ProjectorOptions = {}): Promise<Projector> {
  requireCubicVoxels("prepareProjector", map);
  requireCubicBox("prepareProjector", map.shape);
  const padding = resolvePadding(map.shape[0], options);
  const backend = options.backend ?? (await defaultBackend());
  const grid = backend.sliceGrid({ paddedSizePx: padding.paddedSizePx, use: "gather" });
  try {
    await fillFrom(map, padding, { backend, grid, options });
  } catch (error) {
    backend.release(grid.numbers);
    throw error;
  }
  const projector = { kind: "projector", ...padding, pixelSizeA: map.voxelSizeA, backend, grid } as const;
  forgotten.register(projector, { backend, numbers: grid.numbers }, projector);
  return projector;
}

/** Gives the memory of a projector back. Twice is once. */
export function releaseProjector(projector: Projector): void {
  released.add(projector);
  forgotten.unregister(projector);
  projector.backend.release(projector.grid.numbers);
}

/** Throws if a projector's memory was given back. */
export function requireHeld(projector: Projector): void {
  if (released.has(projector)) {
    throw new ValueError("projector", {
      got: "one that was released",
      wanted: "one that still holds its map",
      hint: "prepare it again",
    });
  }
}

async function fillFrom(
  map: Volume,
  padding: Padding,
  {
    backend,
    grid,
    options,
  }: { readonly backend: Backend; readonly grid: SliceGrid; readonly options: ProjectorOptions },
): Promise<void> {
  const size = padding.paddedSizePx;
  const held: Resident[] = [];
  try {
    const padded = backend.allocate(size ** 3, "padded map");
    held.push(padded);
    const spectrum = backend.allocate(2 * size * size * halfWidth(size), "transform of the padded map");
    held.push(spectrum);
    await padInto({ backend, padded }, map.data, padding, startTask(options));
    await backend.fourier(
      {
        kind: "real-to-half",
        shape: [size, size, size],
        batch: 1,
        from: padded,
        to: spectrum,
        scale: 1,
      },
      options,
    );
    await backend.fillGrid(grid, spectrum, options);
  } finally {
    backend.release(...held);
  }
}
