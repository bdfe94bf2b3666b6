import type { Task } from "../../core/index.js";
import { originIndex } from "../../array/index.js";

/**
 * How a box sits in the larger one whose transform is sampled. Padding brings the samples of the transform closer together,
 * so that straight lines between them come near the truth.
 */
export interface Padding {
  readonly boxSizePx: number;
  readonly paddedSizePx: number;
}

/** Padding of a box by at least `factor`, to an even size. */
export function paddingOf(boxSizePx: number, factor: number): Padding {
  return { boxSizePx, paddedSizePx: 2 * Math.ceil((factor * boxSizePx) / 2) };
}

/**
 * What reading a transform by straight lines does to the map, per axis: the map is multiplied by `sinc²(x / padded size)`,
 * the transform of the triangle. Its inverse, for each voxel of the box; the origin is in the middle.
 */
function griddingCorrection({ boxSizePx, paddedSizePx }: Padding): Float64Array {
  return Float64Array.from({ length: boxSizePx }, (_, index) => {
    const angle = (Math.PI * (index - originIndex(boxSizePx))) / paddedSizePx;
    return angle === 0 ? 1 : (angle / Math.sin(angle)) ** 2;
  });
}

/** Puts a corrected map into the padded box, its origin at the corner. */
export async function pad(map: Float32Array, padding: Padding, task: Task): Promise<Float32Array> {
  const out = new Float32Array(padding.paddedSizePx ** 3);
  await forEachRow(padding, task, (inBox, inPadded, correction, along) => {
    for (let x = 0; x < along.place.length; x++) {
      out[inPadded + along.place[x]!] = map[inBox + x]! * correction * along.correction[x]!;
    }
  });
  return out;
}

/** Takes the box out of the padded one, corrected and multiplied by `scale`: the adjoint of {@link pad}. */
export async function crop(
  padded: Float32Array,
  padding: Padding,
  scale: number,
  task: Task,
): Promise<Float32Array> {
  const out = new Float32Array(padding.boxSizePx ** 3);
  await forEachRow(padding, task, (inBox, inPadded, correction, along) => {
    for (let x = 0; x < along.place.length; x++) {
      out[inBox + x] = padded[inPadded + along.place[x]!]! * correction * along.correction[x]! * scale;
    }
  });
  return out;
}

/** Along one axis: where each voxel of the box lies in the padded one, and what it is multiplied by. */
interface Along {
  readonly place: Int32Array;
  readonly correction: Float64Array;
}

/** Visits the rows of the box with the index of their first voxel, that of their row in the padded box, and their factor. */
async function forEachRow(
  padding: Padding,
  task: Task,
  visit: (inBox: number, inPadded: number, correction: number, along: Along) => void,
): Promise<void> {
  const { boxSizePx: n, paddedSizePx: p } = padding;
  const along = {
    place: Int32Array.from({ length: n }, (_, index) => (index - originIndex(n) + p) % p),
    correction: griddingCorrection(padding),
  };
  for (let z = 0; z < n; z++) {
    for (let y = 0; y < n; y++) {
      const factor = along.correction[z]! * along.correction[y]!;
      visit((z * n + y) * n, (along.place[z]! * p + along.place[y]!) * p, factor, along);
    }
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
}
