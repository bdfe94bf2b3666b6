import { startTask } from "../../core/index.js";
import type { Task, TaskOptions } from "../../core/index.js";
import { defaultBackend, requireMemory } from "../../compute/index.js";
import type { Backend, Resident } from "../../compute/index.js";
import { cropFrom, quietly } from "../../forward/index.js";
import { halfWidth } from "../../fourier/index.js";
import { volume } from "../../model/index.js";
import type { Volume } from "../../model/index.js";
import { densityFactors } from "./density-factors.js";
import { resolveReconstruction } from "./options.js";
import type { ImageSampling, ReconstructionOptions, ReconstructionSettings } from "./options.js";
import { ctfOf, requirePosedImages } from "./posed-images.js";
import type { PosedImages } from "./posed-images.js";
import { sliceBatch } from "./slice-batch.js";

/** A map, and what it was made from. */
export interface Reconstruction {
  readonly kind: "reconstruction";
  /** `[n, n, n]`. */
  readonly map: Volume;
  /** How many images went into it. */
  readonly imageCount: number;
  /** What it was made by, defaults included. */
  readonly settings: ReconstructionSettings;
}

/** A reconstruction on its way: images are inserted as they come. It holds memory until it is released. */
export interface Reconstructor {
  readonly kind: "reconstructor";
  readonly settings: ReconstructionSettings;
  /** How many images were inserted. */
  readonly imageCount: number;
  /** @throws ShapeError or ValueError if images don't fit their poses, or those that came before */
  insert(views: PosedImages, options?: TaskOptions): Promise<void>;
  /** The map of what was inserted so far. More may be inserted afterwards. */
  finish(options?: TaskOptions): Promise<Reconstruction>;
  release(): void;
}

/** Numbers that are held for each sample of the half spectrum: grid and spectrum, densities, weights and the padded map. */
const numbersPerSample = 10;

/**
 * Starts a reconstruction that takes its images in any portions; what comes out does not depend on how they were portioned.
 * `reconstruct` does it all at once. The result is the same map as from `reconstruct`, for refinement to come back to.
 *
 * @throws ValueError if an option is out of range
 * @throws MemoryError if the padded box doesn't fit
 * @row H3
 * @example
 * ```ts
 * const images = imageStack(new Float32Array(2 * 16 * 16).fill(1), { shape: [2, 16, 16], pixelSizeA: 2 });
 * const poses = [{ rotation: identityRotation }, { rotation: rotationFromEuler({ rotDeg: 0, tiltDeg: 90, psiDeg: 0 }) }];
 * const reconstructor = await startReconstruction({ boxSizePx: 16, pixelSizeA: 2 });
 * await reconstructor.insert({ images, poses });
 * (await reconstructor.finish()).imageCount; // 2
 * reconstructor.release();
 * ```
 */
export async function startReconstruction(
  sampling: ImageSampling,
  options: ReconstructionOptions = {},
): Promise<Reconstructor> {
  const settings = resolveReconstruction(sampling, options);
  const { paddedSizePx: size } = settings;
  requireMemory(
    `reconstruction in a padded box of ${size} px`,
    4 * numbersPerSample * size * size * halfWidth(size),
    "bin the images, crop them, or lower the padding",
  );
  const backend = options.backend ?? (await defaultBackend());
  const grid = backend.sliceGrid({ paddedSizePx: size, use: "insert" });
  const batch = sliceBatch(backend, settings);
  let imageCount = 0;
  return {
    kind: "reconstructor",
    settings,
    get imageCount() {
      return imageCount;
    },
    async insert(views, taskOptions = options) {
      requirePosedImages(views, settings);
      const task = startTask(taskOptions);
      const [count, n] = views.images.shape;
      for (let i = 0; i < count; i++) {
        const picture = views.images.data.subarray(i * n * n, (i + 1) * n * n);
        batch.add(picture, views.poses[i]!, ctfOf(views, i));
        imageCount += 1;
        if (batch.full) await batch.insertInto(grid, quietly(taskOptions));
        const pause = task.breathe();
        if (pause !== undefined) await pause;
        task.report({ stage: "insert images", done: i + 1, total: count });
      }
    },
    async finish(taskOptions = options) {
      await batch.insertInto(grid, quietly(taskOptions));
      const samples = size * size * halfWidth(size);
      const spectrum = backend.allocate(2 * samples, "padded spectrum");
      const density = backend.allocate(samples, "density of the slices");
      let padded: Resident | undefined;
      try {
        await backend.emptyGrid(grid, spectrum, density, quietly(taskOptions));
        const fallen = await backend.read(density, new Float32Array(samples));
        const factors = await densityFactors(fallen, settings, taskOptions);
        const task = startTask(taskOptions);
        await multiplyPlanes(backend, spectrum, factors, size, task);
        padded = backend.allocate(size ** 3, "padded map");
        await backend.fourier(
          {
            kind: "half-to-real",
            shape: [size, size, size],
            batch: 1,
            from: spectrum,
            to: padded,
            scale: 1 / size ** 3,
          },
          quietly(taskOptions),
        );
        const data = await cropFrom({ backend, padded }, settings, task);
        const n = settings.boxSizePx;
        const map = volume(data, { shape: [n, n, n], voxelSizeA: settings.pixelSizeA });
        return { kind: "reconstruction", map, imageCount, settings };
      } finally {
        backend.release(spectrum, density, padded);
      }
    },
    release() {
      backend.release(grid.numbers);
    },
  };
}

/** Multiplies a half spectrum by real factors, plane by plane. */
async function multiplyPlanes(
  backend: Backend,
  spectrum: Resident,
  factors: Float32Array,
  size: number,
  task: Task,
): Promise<void> {
  const samples = size * halfWidth(size);
  const plane = new Float32Array(2 * samples);
  for (let z = 0; z < size; z++) {
    await backend.read(spectrum, plane, 2 * z * samples);
    for (let i = 0; i < samples; i++) {
      const factor = factors[z * samples + i]!;
      plane[2 * i]! *= factor;
      plane[2 * i + 1]! *= factor;
    }
    backend.write(spectrum, plane, 2 * z * samples);
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
}
