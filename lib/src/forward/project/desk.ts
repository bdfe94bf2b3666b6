import { startTask } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import type { Backend, Resident } from "../../compute/index.js";
import { halfWidth } from "../../fourier/index.js";
import type { Pose } from "../../model/index.js";
import { chunkLength, quietly } from "./chunks.js";
import { lensOf } from "./lens.js";
import type { Lens } from "./lens.js";
import type { PosesOptions } from "./options.js";

/** Room for a chunk of images and their transforms on a backend, with the lens that they are seen through. */
export interface Desk {
  readonly backend: Backend;
  /** How many images. */
  readonly count: number;
  /** `[count, n, n]`. */
  readonly images: Resident;
  /** `[count, n, floor(n / 2) + 1]` complex. */
  readonly spectra: Resident;
  readonly lens: Lens;
  /** For the steps of a chunk: they can be stopped, and tell nothing of their progress. */
  readonly quiet: TaskOptions;
  release(): void;
}

/** What a desk is for. */
export interface DeskImages {
  readonly boxSizePx: number;
  readonly pixelSizeA: number;
  readonly backend: Backend;
}

/**
 * Works through images in their poses, a chunk at a time, at a desk of the chunk's size; tells how far it is under the name
 * `stage`. `work` is told which image is the first of the chunk.
 */
export async function inChunks(
  images: DeskImages,
  stage: string,
  options: PosesOptions,
  work: (desk: Desk, first: number, poses: readonly Pose[]) => Promise<void>,
): Promise<void> {
  const { poses } = options;
  const task = startTask(options);
  const chunk = chunkLength(images.boxSizePx, poses.length);
  let desk: Desk | undefined;
  try {
    for (let first = 0; first < poses.length; first += chunk) {
      const some = poses.slice(first, first + chunk);
      if (desk?.count !== some.length) {
        desk?.release();
        desk = takeDesk(images, some.length, options);
      }
      await work(desk, first, some);
      task.report({ stage, done: first + some.length, total: poses.length });
      const pause = task.breathe();
      if (pause !== undefined) await pause;
    }
  } finally {
    desk?.release();
  }
}

function takeDesk(
  { boxSizePx: n, pixelSizeA, backend }: DeskImages,
  count: number,
  options: PosesOptions,
): Desk {
  const held: Resident[] = [];
  const take = (length: number, what: string): Resident => {
    const array = backend.allocate(length, what);
    held.push(array);
    return array;
  };
  try {
    const images = take(count * n * n, "images of a chunk");
    const spectra = take(2 * count * n * halfWidth(n), "transforms of a chunk of images");
    const lens = lensOf(backend, { boxSizePx: n, pixelSizeA, count }, options);
    const release = (): void => {
      lens.release();
      backend.release(...held);
    };
    return { backend, count, images, spectra, lens, quiet: quietly(options), release };
  } catch (error) {
    backend.release(...held);
    throw error;
  }
}
