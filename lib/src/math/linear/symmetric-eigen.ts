import type { RealArray } from "../../array/index.js";
import { startTask } from "../../core/index.js";
import type { Task, TaskOptions } from "../../core/index.js";
import { largestElement, requireMatrix, requireSymmetric } from "./matrix.js";
import { tridiagonalInto } from "./tridiagonal.js";
import type { Tridiagonal } from "./tridiagonal.js";

/** Eigenvalues of a symmetric matrix, and a unit vector for each. */
export interface SymmetricEigen {
  /** From the largest to the smallest. */
  readonly values: Float64Array;
  /** `[size, size]`: row i is the vector of value i; all at right angles, signs as they come. */
  readonly vectors: Float64Array;
}

/** How far a matrix may be from symmetric: what rounding does to sums of many products in single precision. */
const symmetryTolerance = 1e-5;
/** Turns that one eigenvalue may take; two or three are usual. */
const mostTurns = 60;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix `[size, size]`, whose lower triangle is read: three diagonals by
 * reflections, then the implicit QL algorithm (Dubrulle, Martin and Wilkinson 1968, Numer. Math. 12:377). Values and angles
 * are right to some roundings of the largest value. Work grows with the cube of the size: 300 rows take about 0.3 s and 1000
 * some 5 s, in blocks that let the event loop breathe.
 *
 * @throws ShapeError if `matrix` has not `size²` elements
 * @throws ValueError if it is not finite, or not symmetric to 1e-5 of its largest element
 * @example
 * ```ts
 * (await symmetricEigen(new Float64Array([2, 1, 1, 2]), 2)).values; // [3, 1]
 * ```
 */
export async function symmetricEigen(
  matrix: RealArray,
  size: number,
  options: TaskOptions = {},
): Promise<SymmetricEigen> {
  requireMatrix("symmetricEigen", matrix, [size, size]);
  requireSymmetric("symmetricEigen", matrix, size, symmetryTolerance);
  const task = startTask(options);
  const scale = largestElement(matrix) || 1;
  const scaled = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const element = matrix[row * size + column]! / scale;
      scaled[row * size + column] = element;
      scaled[column * size + row] = element;
    }
  }
  const three = await tridiagonalInto(scaled, size, task);
  await diagonaliseInto(three, task);
  return descending(three, scale);
}

/** Turns three diagonals into one; the rows become eigenvectors. */
async function diagonaliseInto({ diagonal, beside, rows }: Tridiagonal, task: Task): Promise<void> {
  const size = diagonal.length;
  for (let first = 0; first < size; first++) {
    for (let turn = 0; turn < mostTurns; turn++) {
      const last = endOfBlock(diagonal, beside, first);
      if (last === first) break;
      chase(diagonal, beside, rows, first, last);
      await task.breathe();
    }
    task.report({ stage: "eigenvectors", done: first + 1, total: size });
  }
}

/** The last row that is coupled to `first` by more than rounding. */
function endOfBlock(diagonal: Float64Array, beside: Float64Array, first: number): number {
  let last = first;
  while (last < diagonal.length - 1) {
    const around = Math.abs(diagonal[last]!) + Math.abs(diagonal[last + 1]!);
    if (Math.abs(beside[last]!) <= Number.EPSILON * around) return last;
    last += 1;
  }
  return last;
}

/** One turn of the algorithm on the block `first ... last`: a shift near its first eigenvalue, and rotations from the last row up. */
function chase(
  diagonal: Float64Array,
  beside: Float64Array,
  rows: Float64Array,
  first: number,
  last: number,
): void {
  const size = diagonal.length;
  const half = (diagonal[first + 1]! - diagonal[first]!) / (2 * beside[first]!);
  const root = Math.sqrt(half * half + 1);
  let carried = diagonal[last]! - diagonal[first]! + beside[first]! / (half + (half >= 0 ? root : -root));
  let [sine, cosine, moved] = [1, 1, 0];
  for (let i = last - 1; i >= first; i--) {
    const outside = sine * beside[i]!;
    const inside = cosine * beside[i]!;
    const length = Math.sqrt(outside * outside + carried * carried);
    beside[i + 1] = length;
    if (length === 0) {
      diagonal[i + 1]! -= moved;
      beside[last] = 0;
      return;
    }
    sine = outside / length;
    cosine = carried / length;
    const start = diagonal[i + 1]! - moved;
    const turned = (diagonal[i]! - start) * sine + 2 * cosine * inside;
    moved = sine * turned;
    diagonal[i + 1] = start + moved;
    carried = cosine * turned - inside;
    rotateRows(rows, i * size, (i + 1) * size, size, cosine, sine);
  }
  diagonal[first]! -= moved;
  beside[first] = carried;
  beside[last] = 0;
}

function rotateRows(
  rows: Float64Array,
  upper: number,
  lower: number,
  size: number,
  cosine: number,
  sine: number,
): void {
  for (let k = 0; k < size; k++) {
    const a = rows[upper + k]!;
    const b = rows[lower + k]!;
    rows[lower + k] = sine * a + cosine * b;
    rows[upper + k] = cosine * a - sine * b;
  }
}

function descending({ diagonal, rows }: Tridiagonal, scale: number): SymmetricEigen {
  const size = diagonal.length;
  const order = Array.from(diagonal, (_, i) => i).sort((a, b) => diagonal[b]! - diagonal[a]!);
  const vectors = new Float64Array(size * size);
  order.forEach((from, to) => vectors.set(rows.subarray(from * size, (from + 1) * size), to * size));
  return { values: Float64Array.from(order, (i) => scale * diagonal[i]!), vectors };
}
