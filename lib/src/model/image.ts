import { requirePositive } from "../core/index.js";
import { requireShape } from "../array/index.js";
import type { Provenance } from "./provenance.js";

/** A picture: a micrograph, a projection, a class average. Rows run down the second-slowest axis. */
export interface Image {
  readonly kind: "image";
  /** `[ny, nx]`, row after row. */
  readonly data: Float32Array;
  readonly shape: readonly [ny: number, nx: number];
  /** Å per pixel. */
  readonly pixelSizeA: number;
  readonly source?: Provenance;
}

/** What {@link image} needs beside the data. */
export interface ImageOptions {
  readonly shape: readonly [ny: number, nx: number];
  /** Å per pixel; never guessed. */
  readonly pixelSizeA: number;
  readonly source?: Provenance;
}

/**
 * Makes an {@link Image}. The array is taken, not copied.
 *
 * @throws ShapeError if the data don't fill `[ny, nx]`
 * @throws ValueError if `pixelSizeA` is not above 0
 * @example
 * ```ts
 * image(new Float32Array(6), { shape: [2, 3], pixelSizeA: 1.06 }).shape;   // [2, 3]
 * ```
 */
export function image(data: Float32Array, { shape, pixelSizeA, source }: ImageOptions): Image {
  requireShape("image", data.length, shape);
  requirePositive("pixelSizeA", pixelSizeA, "Å per pixel");
  return { kind: "image", data, shape: [shape[0], shape[1]], pixelSizeA, ...(source && { source }) };
}

/** Images of one size, one behind the other. */
export interface ImageStack {
  readonly kind: "image-stack";
  /** `[n, ny, nx]`. */
  readonly data: Float32Array;
  readonly shape: readonly [n: number, ny: number, nx: number];
  /** Å per pixel. */
  readonly pixelSizeA: number;
  readonly source?: Provenance;
}

/** What {@link imageStack} needs beside the data. */
export interface ImageStackOptions {
  readonly shape: readonly [n: number, ny: number, nx: number];
  /** Å per pixel; never guessed. */
  readonly pixelSizeA: number;
  readonly source?: Provenance;
}

/**
 * Makes an {@link ImageStack}. The array is taken, not copied.
 *
 * @throws ShapeError if the data don't fill `[n, ny, nx]`
 * @throws ValueError if `pixelSizeA` is not above 0
 */
export function imageStack(data: Float32Array, { shape, pixelSizeA, source }: ImageStackOptions): ImageStack {
  requireShape("imageStack", data.length, shape);
  requirePositive("pixelSizeA", pixelSizeA, "Å per pixel");
  return {
    kind: "image-stack",
    data,
    shape: [shape[0], shape[1], shape[2]],
    pixelSizeA,
    ...(source && { source }),
  };
}
