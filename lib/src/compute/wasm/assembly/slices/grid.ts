/** What `fillSliceGrid` and `emptySliceGrid` are told, in the order of their arguments. */
@unmanaged
class GridArgs {
  grid: f64;
  /** Byte offsets of samples along x, y and z, see `grid-offsets.ts`. */
  offsets: f64;
  /** Half spectrum with its origin at the corner. */
  spectrum: f64;
  /** Weights in the order of the half spectrum, or 0. */
  weights: f64;
  paddedSizePx: f64;
}

/** Copies planes of a half spectrum into a grid. */
export function fillSliceGrid(args: usize, first: i32, last: i32, _scratch: usize): void {
  const job = changetype<GridArgs>(args);
  const n = <i32>job.paddedSizePx;
  const width = (n >> 1) + 1;
  const alongX = <usize>job.offsets;
  for (let z = first; z < last; z++) {
    let from = <usize>job.spectrum + ((<usize>z * <usize>n * <usize>width) << 3);
    for (let y = 0; y < n; y++) {
      const row = rowOf(job, y, z);
      for (let x = 0; x < width; x++, from += 8) {
        store<u64>(row + <usize>load<u32>(alongX + (<usize>x << 3)), load<u64>(from));
      }
    }
  }
}

/** Copies planes of a grid into a half spectrum and weights; samples of the planes x = 0 and x = n / 2 are joined with their mates. */
export function emptySliceGrid(args: usize, first: i32, last: i32, _scratch: usize): void {
  const job = changetype<GridArgs>(args);
  const n = <i32>job.paddedSizePx;
  const width = (n >> 1) + 1;
  const alongX = <usize>job.offsets;
  for (let z = first; z < last; z++) {
    const plane = <usize>z * <usize>n * <usize>width;
    let to = <usize>job.spectrum + (plane << 3);
    let count = <usize>job.weights + (plane << 2);
    for (let y = 0; y < n; y++) {
      const row = rowOf(job, y, z);
      const mates = rowOf(job, y == 0 ? 0 : n - y, z == 0 ? 0 : n - z);
      for (let x = 0; x < width; x++, to += 8, count += 4) {
        const at = <usize>load<u32>(alongX + (<usize>x << 3));
        let sum = v128.load(row + at);
        if (x == 0 || x == width - 1) {
          sum = f32x4.add(sum, f32x4.mul(v128.load(mates + at), f32x4(1, -1, 1, 0)));
        }
        v128.store64_lane(to, sum, 0);
        if (job.weights != 0) store<f32>(count, f32x4.extract_lane(sum, 2));
      }
    }
  }
}

/** Where the row (y, z) of a grid begins, both counted from 0 as in the half spectrum. */
// @ts-ignore: decorator
@inline
function rowOf(job: GridArgs, y: i32, z: i32): usize {
  const n = <i32>job.paddedSizePx;
  const half = n >> 1;
  const middleY = <usize>job.offsets + (<usize>(3 * (half + 1)) << 3);
  const middleZ = <usize>job.offsets + (<usize>(5 * (half + 1)) << 3);
  const alongY = middleY + (<usize>(y < half ? y : y - n) << 3);
  const alongZ = middleZ + (<usize>(z < half ? z : z - n) << 3);
  return <usize>job.grid + <usize>load<u32>(alongY) + <usize>load<u32>(alongZ);
}
