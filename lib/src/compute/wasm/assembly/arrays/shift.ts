import { product } from "./multiply";

/** What `shiftSpectra` is told, in the order of its arguments. */
@unmanaged
class ShiftArgs {
  spectra: f64;
  /** For each array its phase ramps along z, y and x, complex float32, one after the other. */
  ramps: f64;
  sizeZ: f64;
  sizeY: f64;
  /** Columns of the half spectrum. */
  width: f64;
  /** Rows of all arrays, and how many of them a block takes. */
  rows: f64;
  perBlock: f64;
}

/** Multiplies rows of half spectra by phase ramps. */
export function shiftSpectra(args: usize, first: i32, last: i32, _scratch: usize): void {
  const job = changetype<ShiftArgs>(args);
  const sizeY = <i32>job.sizeY;
  const sizeZ = <i32>job.sizeZ;
  const width = <usize>job.width;
  const rampBytes = (<usize>(sizeZ + sizeY) + width) << 3;
  const end = min(last * <i32>job.perBlock, <i32>job.rows);
  for (let row = first * <i32>job.perBlock; row < end; row++) {
    const y = row % sizeY;
    const z = (row / sizeY) % sizeZ;
    const alongZ = <usize>job.ramps + <usize>(row / (sizeY * sizeZ)) * rampBytes;
    const alongY = alongZ + ((<usize>sizeZ) << 3);
    const phase = product(
      v128.load64_splat(alongZ + ((<usize>z) << 3)),
      v128.load64_splat(alongY + ((<usize>y) << 3)),
    );
    const spectrum = <usize>job.spectra + ((<usize>row * width) << 3);
    shiftRow(spectrum, alongY + ((<usize>sizeY) << 3), width, phase);
  }
}

function shiftRow(spectrum: usize, ramp: usize, width: usize, phase: v128): void {
  const end = spectrum + ((width & ~1) << 3);
  for (; spectrum < end; spectrum += 16, ramp += 16) {
    v128.store(spectrum, product(product(phase, v128.load(ramp)), v128.load(spectrum)));
  }
  if (width & 1) {
    const last = product(product(phase, v128.load64_zero(ramp)), v128.load64_zero(spectrum));
    v128.store64_lane(spectrum, last, 0);
  }
}
