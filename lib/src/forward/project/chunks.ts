import type { TaskOptions } from "../../core/index.js";
import { ShapeError, ValueError } from "../../core/index.js";
import { originIndex } from "../../array/index.js";
import { halfWidth } from "../../fourier/index.js";
import type { Pose } from "../../model/index.js";

/** Bytes of images and their transforms that are worked on at a time: 4 MiB stay in the cache of two cores from step to step. */
const chunkBytes = 4 * 2 ** 20;

/** Images of side `n` are taken by eights, so that lines that are transformed together are so whatever the chunk. */
const together = 8;

/** How many images of side `n` are worked on at a time. */
export function chunkLength(n: number, images: number): number {
  const bytes = 4 * (n * n + 2 * n * halfWidth(n));
  const fitting = Math.floor(chunkBytes / bytes / together) * together;
  return Math.min(images, Math.max(together, fitting));
}

/** The rotations of some poses, nine numbers each. */
export function rotationsOf(poses: readonly Pose[]): Float32Array {
  const out = new Float32Array(9 * poses.length);
  poses.forEach(({ rotation }, i) => {
    out.set(rotation, 9 * i);
  });
  return out;
}

/**
 * How far the content of images with their origin at the corner moves, rows before columns: from there to the middle, and
 * then by minus the shift of the pose.
 */
export function movesOf(poses: readonly Pose[], n: number): Float64Array {
  const out = new Float64Array(2 * poses.length);
  poses.forEach(({ shiftPx: { x, y } = { x: 0, y: 0 } }, i) => {
    out[2 * i] = originIndex(n) - y;
    out[2 * i + 1] = originIndex(n) - x;
  });
  return out;
}

/** Options of the steps of a larger task, which tells of its progress itself. */
export function quietly({ signal }: TaskOptions): TaskOptions {
  return { ...(signal !== undefined && { signal }), onProgress: () => undefined };
}

/** Throws unless there are poses, all finite, and as many lenses as poses where there is a list of them. */
export function requirePoses(what: string, poses: readonly Pose[], lenses: unknown): void {
  if (poses.length === 0) throw new ValueError(`${what}: poses`, { got: "none", wanted: "at least one" });
  poses.forEach(({ rotation, shiftPx }, i) => {
    const numbers = [...rotation, shiftPx?.x ?? 0, shiftPx?.y ?? 0];
    if (numbers.length !== 11 || !numbers.every(Number.isFinite)) {
      throw new ValueError(`${what}: pose ${i}`, { got: numbers, wanted: "nine and two finite numbers" });
    }
  });
  if (Array.isArray(lenses) && lenses.length !== poses.length) {
    throw new ShapeError(`${what}: ctf`, {
      got: `${lenses.length}`,
      wanted: `one, or ${poses.length}: one for each pose`,
    });
  }
}
