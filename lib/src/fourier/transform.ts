import type { TaskOptions } from "../core/index.js";
import type { RealArray, Shape } from "../array/index.js";
import { transformArrays, transformOnBackend } from "../compute/index.js";
import type { FourierKind } from "../compute/index.js";

/** A batch of transforms of arrays of one precision. */
export interface Transform<T extends RealArray> {
  readonly kind: FourierKind;
  /** Elements along each axis of one array: real ones for `real-to-half` and `half-to-real`, complex ones otherwise. */
  readonly shape: Shape;
  readonly batch: number;
  /** Not written to, unless it is `to`. */
  readonly from: T;
  readonly to: T;
  readonly scale: number;
}

/**
 * Transforms arrays where it is fastest: single precision by the processor's backend, double precision by plain
 * TypeScript, which is as exact as its numbers.
 */
export async function transform<T extends RealArray>(job: Transform<T>, options: TaskOptions): Promise<void> {
  const { from, to } = job;
  if (from instanceof Float32Array && to instanceof Float32Array) {
    return transformOnBackend({ ...job, from, to }, options);
  }
  const overwritten = job.kind === "half-to-real" && job.shape.length > 1;
  return transformArrays(overwritten ? { ...job, from: from.slice() } : job, options);
}
