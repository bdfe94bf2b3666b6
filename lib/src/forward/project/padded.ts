import { requireBetween, ShapeError } from "../../core/index.js";
import type { Task } from "../../core/index.js";
import { originIndex } from "../../array/index.js";
import type { Backend, Resident } from "../../compute/index.js";
import { projectionDefaults } from "./options.js";

/**
 * How a box sits in the larger one whose transform is sampled. Padding brings the samples of the transform closer together,
 * so that straight lines between them come near the truth.
 */
export interface Padding {
  readonly boxSizePx: number;
  readonly paddedSizePx: number;
  /** Coefficients of an image at this radius or beyond, in Fourier pixels, are 0. */
  readonly radiusPx: number;
}

/** The padding of a box by at least `factor`, to an even size, checked; with the radius that is kept. */
export function resolvePadding(
  boxSizePx: number,
  {
    padding = projectionDefaults.padding,
    radiusPx,
  }: { readonly padding?: number; readonly radiusPx?: number },
): Padding {
  requireBetween("padding", padding, 1, 4, "box sizes");
  const paddedSizePx = 2 * Math.ceil((padding * boxSizePx) / 2);
  const nyquist = boxSizePx / 2;
  return {
    boxSizePx,
    paddedSizePx,
    radiusPx: requireBetween("radiusPx", radiusPx ?? nyquist, 0, nyquist, "Fourier pixels"),
  };
}

/** Along one axis: where each voxel of the box lies in the padded one, and what it is multiplied by. */
interface Along {
  readonly place: Int32Array;
  readonly correction: Float64Array;
}

/**
 * Reading a transform by straight lines multiplies the map, per axis, by `sinc²(x / padded size)`, the transform of the
 * triangle; the correction is its inverse. The origin is in the middle of the box, and at the corner of the padded one.
 */
function alongAxis({ boxSizePx: n, paddedSizePx: size }: Padding): Along {
  const correction = (index: number): number => {
    const angle = (Math.PI * (index - originIndex(n))) / size;
    return angle === 0 ? 1 : (angle / Math.sin(angle)) ** 2;
  };
  return {
    place: Int32Array.from({ length: n }, (_, index) => (index - originIndex(n) + size) % size),
    correction: Float64Array.from({ length: n }, (_, index) => correction(index)),
  };
}

/** Puts a corrected map into the padded box `padded`, which is 0, with its origin at the corner. */
export async function padInto(
  { backend, padded }: { readonly backend: Backend; readonly padded: Resident },
  map: Float32Array,
  padding: Padding,
  task: Task,
): Promise<void> {
  const { boxSizePx: n, paddedSizePx: size } = padding;
  const { place, correction } = alongAxis(padding);
  const plane = new Float32Array(size * size);
  for (let z = 0; z < n; z++) {
    for (let y = 0; y < n; y++) {
      const factor = correction[z]! * correction[y]!;
      const [from, to] = [(z * n + y) * n, place[y]! * size];
      for (let x = 0; x < n; x++) plane[to + place[x]!] = map[from + x]! * factor * correction[x]!;
    }
    backend.write(padded, plane, place[z]! * size * size);
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
}

/** Takes the corrected box out of the padded one: the adjoint of {@link padInto}. */
export async function cropFrom(
  { backend, padded }: { readonly backend: Backend; readonly padded: Resident },
  padding: Padding,
  task: Task,
): Promise<Float32Array> {
  const { boxSizePx: n, paddedSizePx: size } = padding;
  const { place, correction } = alongAxis(padding);
  const plane = new Float32Array(size * size);
  const out = new Float32Array(n ** 3);
  for (let z = 0; z < n; z++) {
    await backend.read(padded, plane, place[z]! * size * size);
    for (let y = 0; y < n; y++) {
      const factor = correction[z]! * correction[y]!;
      const [to, from] = [(z * n + y) * n, place[y]! * size];
      for (let x = 0; x < n; x++) out[to + x] = plane[from + place[x]!]! * factor * correction[x]!;
    }
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
  return out;
}

/** Throws unless a map's three sides are equal. */
export function requireCubicBox(what: string, shape: readonly [number, number, number]): void {
  if (shape[0] !== shape[1] || shape[0] !== shape[2]) {
    throw new ShapeError(`${what}: map`, {
      got: `[${shape.join(", ")}]`,
      wanted: "three equal sides",
      hint: "put the map into a cube first",
    });
  }
}
