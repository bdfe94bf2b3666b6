import { requireInteger, ShapeError } from "../core/index.js";
import { elementCount } from "../array/index.js";
import type { RealArray, Shape } from "../array/index.js";

/** Fourier transform of real data: the half that determines the other by Friedel's law, F(-k) = F*(k). */
export interface HalfSpectrum<T extends RealArray = RealArray> {
  readonly kind: "half-spectrum";
  /** Real and imaginary parts in turn, in the precision of the data; the fastest axis holds `floor(nx / 2) + 1` of them. */
  readonly data: T;
  /** Shape of the REAL data of one array, slow to fast. Zero frequency is at the corner, index 0 of each axis. */
  readonly shape: readonly number[];
  /** How many arrays' spectra lie one after another. */
  readonly batch: number;
}

/** Fourier transform of complex data. */
export interface ComplexSpectrum<T extends RealArray = RealArray> {
  readonly kind: "complex-spectrum";
  /** Real and imaginary parts in turn. */
  readonly data: T;
  /** Shape of one array in complex elements, slow to fast. Zero frequency is at the corner, index 0 of each axis. */
  readonly shape: readonly number[];
  /** How many arrays' spectra lie one after another. */
  readonly batch: number;
}

/** Complex elements along the fastest axis of a half spectrum whose real data are `size` wide. */
export function halfWidth(size: number): number {
  return Math.floor(size / 2) + 1;
}

/** Shape of a half spectrum in complex elements, from the shape of the real data. */
export function halfShape(shape: Shape): number[] {
  return [...shape.slice(0, -1), halfWidth(shape.at(-1)!)];
}

/**
 * Makes a {@link HalfSpectrum} of one array or a batch. `data` is taken, not copied.
 *
 * @throws ShapeError if the data don't fill the batch of halves of `shape`, or there are not 1 to 3 axes
 * @example
 * ```ts
 * halfSpectrum(new Float32Array(2 * 4 * 3), [4, 5]).shape; // [4, 5]
 * ```
 */
export function halfSpectrum<T extends RealArray>(data: T, shape: Shape, batch: number = 1): HalfSpectrum<T> {
  requireAxes("half spectrum", shape);
  elementCount("half spectrum", shape);
  requireComplexShape("half spectrum", data.length, inBatch(halfShape(shape), batch));
  return { kind: "half-spectrum", data, shape: [...shape], batch };
}

/**
 * Makes a {@link ComplexSpectrum} of one array or a batch. `data` is taken, not copied.
 *
 * @throws ShapeError if the data don't fill the batch of `shape`, or there are not 1 to 3 axes
 * @example
 * ```ts
 * complexSpectrum(new Float32Array(2 * 4 * 5), [4, 5]).shape; // [4, 5]
 * ```
 */
export function complexSpectrum<T extends RealArray>(
  data: T,
  shape: Shape,
  batch: number = 1,
): ComplexSpectrum<T> {
  requireAxes("complex spectrum", shape);
  requireComplexShape("complex spectrum", data.length, inBatch(shape, batch));
  return { kind: "complex-spectrum", data, shape: [...shape], batch };
}

function inBatch(shape: Shape, batch: number): Shape {
  return requireInteger("batch", batch, 1) === 1 ? shape : [batch, ...shape];
}

/** Throws unless `shape` has 1 to 3 axes. */
export function requireAxes(what: string, shape: Shape): void {
  if (shape.length < 1 || shape.length > 3) {
    throw new ShapeError(what, { got: `${shape.length} axes`, wanted: "1, 2 or 3" });
  }
}

/** Throws unless `length` numbers are the real and imaginary parts of `shape` complex elements. */
export function requireComplexShape(what: string, length: number, shape: Shape): void {
  const wanted = 2 * elementCount(what, shape);
  if (length !== wanted) {
    throw new ShapeError(what, {
      got: `${length} numbers`,
      wanted: `${wanted}: real and imaginary parts of [${shape.join(", ")}]`,
    });
  }
}
