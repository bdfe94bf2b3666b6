import type { TaskOptions } from "../../core/index.js";
import { originIndex } from "../../array/index.js";
import type { Backend, Resident, SliceGrid } from "../../compute/index.js";
import { contrastTransfer, rotationsOf } from "../../forward/index.js";
import { halfWidth } from "../../fourier/index.js";
import { composed } from "../../math/index.js";
import type { Ctf, Pose } from "../../model/index.js";
import { rampOf } from "./coefficient-weights.js";
import type { ReconstructionSettings } from "./options.js";

/** An image that waits to be inserted. */
interface Waiting {
  readonly picture: Float32Array;
  readonly pose: Pose;
  readonly ctf: Ctf | undefined;
}

/** Images on their way into the grid: they wait until there are enough to be transformed and inserted together. */
export interface SliceBatch {
  readonly full: boolean;
  /** Takes a copy of a picture. */
  add(picture: Float32Array, pose: Pose, ctf: Ctf | undefined): void;
  /** Inserts what waits, in all views that symmetry makes of it. */
  insertInto(grid: SliceGrid, options: TaskOptions): Promise<void>;
}

/** Bytes of images that wait together. 16 MiB: 256 images of 128 px, for which the grid is gone through once. */
const batchBytes = 16 * 2 ** 20;

/** A batch for the images of one reconstruction. How many it holds depends on their size alone, so that the sums do too. */
export function sliceBatch(backend: Backend, settings: ReconstructionSettings): SliceBatch {
  const { boxSizePx: n, radiusPx, symmetry } = settings;
  const capacity = Math.max(1, Math.min(1024, Math.floor(batchBytes / (4 * n * n))));
  const weightsOf = coefficientWeights(settings);
  let waiting: Waiting[] = [];
  return {
    get full() {
      return waiting.length === capacity;
    },
    add(picture, pose, ctf) {
      waiting.push({ picture: picture.slice(), pose, ctf });
    },
    async insertInto(grid, options) {
      if (waiting.length === 0) return;
      const { spectra, counts } = await weightedSpectra(backend, waiting, weightsOf, n, options);
      try {
        for (const turn of symmetry) {
          const views = waiting.map(({ pose }) => ({ rotation: composed(pose.rotation, turn) }));
          await backend.insertSlices(
            { grid, rotations: rotationsOf(views), boxSizePx: n, radiusPx, slices: spectra, weights: counts },
            options,
          );
        }
      } finally {
        backend.release(spectra, counts);
      }
      waiting = [];
    },
  };
}

/** Transforms of images about their particles' centres, multiplied by what they count for, and what that is. */
async function weightedSpectra(
  backend: Backend,
  waiting: readonly Waiting[],
  weightsOf: (ctf: Ctf | undefined) => CoefficientWeights,
  n: number,
  options: TaskOptions,
): Promise<{ readonly spectra: Resident; readonly counts: Resident }> {
  const [shape, batch, length] = [[n, n], waiting.length, n * halfWidth(n)];
  const pictures = backend.allocate(batch * n * n, "images");
  const spectra = backend.allocate(2 * batch * length, "spectra of images");
  const multiplier = backend.allocate(2 * batch * length, "weighted contrast transfer");
  const counts = backend.allocate(batch * length, "weights of coefficients");
  try {
    waiting.forEach(({ picture, ctf }, i) => {
      const { factors, weights } = weightsOf(ctf);
      backend.write(pictures, picture, i * n * n);
      backend.write(multiplier, factors, 2 * i * length);
      backend.write(counts, weights, i * length);
    });
    await backend.fourier(
      { kind: "real-to-half", shape, batch, from: pictures, to: spectra, scale: 1 },
      options,
    );
    await backend.shift({ spectra, shape, batch, shifts: movesToCorner(waiting, n) }, options);
    await backend.multiply({ a: spectra, b: multiplier, to: spectra, conjugate: false }, options);
    return { spectra, counts };
  } catch (error) {
    backend.release(spectra, counts);
    throw error;
  } finally {
    backend.release(pictures, multiplier);
  }
}

/** Of the coefficients of an image. */
interface CoefficientWeights {
  /** What they are multiplied by, complex: the ramp times the CTF. */
  readonly factors: Float32Array;
  /** What they count for: the ramp times CTF². */
  readonly weights: Float32Array;
}

/** What makes the weights of an image; all that were seen without a lens have the same. */
function coefficientWeights({
  boxSizePx: n,
  pixelSizeA,
  particles,
}: ReconstructionSettings): (ctf: Ctf | undefined) => CoefficientWeights {
  const ramp = rampOf(n);
  const plain = weightsThrough(
    ramp.map(() => 1),
    ramp,
  );
  return (ctf) =>
    ctf === undefined
      ? plain
      : weightsThrough(contrastTransfer(ctf, { shape: [n, n], pixelSizeA, particles }), ramp);
}

function weightsThrough(transfer: Float32Array, ramp: Float32Array): CoefficientWeights {
  const factors = new Float32Array(2 * ramp.length);
  const weights = new Float32Array(ramp.length);
  for (let i = 0; i < ramp.length; i++) {
    const passed = transfer[i]!;
    factors[2 * i] = passed * ramp[i]!;
    weights[i] = passed * passed * ramp[i]!;
  }
  return { factors, weights };
}

/** How far the content of each image moves, rows before columns: by the shift of its pose, and the middle to the corner. */
function movesToCorner(waiting: readonly Waiting[], n: number): Float64Array {
  return Float64Array.from(
    waiting.flatMap(({ pose: { shiftPx: { x, y } = { x: 0, y: 0 } } }) => [
      y - originIndex(n),
      x - originIndex(n),
    ]),
  );
}
