/** What `gatherSlices` and `insertSlices` are told, in the order of their arguments. */
@unmanaged
export class SliceJob {
  /** The grid's samples. */
  grid: f64;
  /** Byte offsets of samples along x, y and z, see `grid-offsets.ts`. */
  offsets: f64;
  /** Nine float32 per slice. */
  rotations: f64;
  /** Half spectra of the slices. */
  slices: f64;
  /** What each coefficient counts for, or 0. */
  weights: f64;
  boxSizePx: f64;
  paddedSizePx: f64;
  radiusSquared: f64;
  /** How many slices there are, and how many a block takes. */
  count: f64;
  perBlock: f64;
  /** Planes of the grid, on either side of its middle, that a block takes. */
  slabPlanes: f64;
}

/** Columns of a slice's half spectrum. */
// @ts-ignore: decorator
@inline
export function widthOf(job: SliceJob): i32 {
  return (<i32>job.boxSizePx >> 1) + 1;
}

/** Bytes of one number for each column, in whole vectors and one to spare. */
// @ts-ignore: decorator
@inline
export function laneOf(job: SliceJob): usize {
  return (<usize>(widthOf(job) + 7) & ~3) << 2;
}

/** The signed frequency of a row. */
// @ts-ignore: decorator
@inline
export function signedRow(row: i32, boxSizePx: i32): i32 {
  return 2 * row < boxSizePx ? row : row - boxSizePx;
}

/** How many columns of row v are within the radius: those with `u² + v² < radius²`. */
// @ts-ignore: decorator
@inline
export function columnsWithin(radiusSquared: f64, v: i32): i32 {
  const left = radiusSquared - <f64>v * <f64>v;
  if (left <= 0) return 0;
  const root = <i32>Math.sqrt(left);
  return <f64>root * <f64>root < left ? root + 1 : root;
}
