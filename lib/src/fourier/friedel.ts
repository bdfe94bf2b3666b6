import type { RealArray, Shape } from "../array/index.js";
import { halfWidth } from "./spectrum.js";

/**
 * Makes Friedel's law exact where a half spectrum holds both mates: in the column of zero frequency along the fastest axis
 * and, for even sizes, in that of the Nyquist frequency. There the transform's rounding differs between the mates.
 */
export function imposeFriedel(data: RealArray, shape: Shape): void {
  const size = shape.at(-1)!;
  const width = halfWidth(size);
  const ny = shape.at(-2) ?? 1;
  const nz = shape.at(-3) ?? 1;
  const columns = size > 1 && size % 2 === 0 ? [0, size / 2] : [0];
  for (const x of columns) {
    for (let z = 0; z < nz; z++) {
      for (let y = 0; y < ny; y++) {
        const mateRow = ((nz - z) % nz) * ny + ((ny - y) % ny);
        const row = z * ny + y;
        if (mateRow < row) continue;
        const at = 2 * (row * width + x);
        const mate = 2 * (mateRow * width + x);
        if (mate === at) {
          data[at + 1] = 0;
        } else {
          data[mate] = data[at]!;
          data[mate + 1] = -data[at + 1]!;
        }
      }
    }
  }
}
