import type { RealArray, Shape } from "../array/index.js";
import { halfWidth } from "./spectrum.js";

/**
 * Makes Friedel's law exact where a half spectrum holds both mates: in the column of zero frequency along the fastest axis
 * and, for even sizes, in that of the Nyquist frequency. There the transform's rounding differs between the mates.
 */
export function imposeFriedel(data: RealArray, shape: Shape): void {
  const size = shape.at(-1)!;
  for (const column of size > 1 && size % 2 === 0 ? [0, size / 2] : [0]) {
    forEachPair(shape, column, (at, mate) => {
      if (mate === at) {
        data[at + 1] = 0;
      } else {
        data[mate] = data[at]!;
        data[mate + 1] = -data[at + 1]!;
      }
    });
  }
}

/** Makes Friedel's law exact in one column of a half spectrum, by the mean of each coefficient and its mate's conjugate. */
export function averageFriedel(data: RealArray, shape: Shape, column: number): void {
  forEachPair(shape, column, (at, mate) => {
    const re = (data[at]! + data[mate]!) / 2;
    const im = (data[at + 1]! - data[mate + 1]!) / 2;
    data[at] = re;
    data[at + 1] = im;
    data[mate] = re;
    data[mate + 1] = -im;
  });
}

/** Visits the coefficients of a column once for each pair of mates, with the places of both real parts. */
function forEachPair(shape: Shape, column: number, visit: (at: number, mate: number) => void): void {
  const width = halfWidth(shape.at(-1)!);
  const ny = shape.at(-2) ?? 1;
  const nz = shape.at(-3) ?? 1;
  for (let z = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      const mateRow = ((nz - z) % nz) * ny + ((ny - y) % ny);
      const row = z * ny + y;
      if (mateRow >= row) visit(2 * (row * width + column), 2 * (mateRow * width + column));
    }
  }
}
