/** What `resampleArray` is told, in the order of its arguments. */
@unmanaged
export class ResampleJob {
  from: f64;
  to: f64;
  sizeX: f64;
  sizeY: f64;
  sizeZ: f64;
  /** Byte offsets of samples -2 ... n + 1 along each axis, mirrored about the border samples. */
  alongX: f64;
  alongY: f64;
  alongZ: f64;
  /** 1, 2 or 4: samples that a value is made of, along each axis. */
  support: f64;
  /** Rows of the result that a block takes. */
  perBlock: f64;
  /** Where the result's voxel (0, 0, 0) lies in the array, then the steps to the next along x, y and z, each `[x, y, z]`. */
  beginX: f64;
  beginY: f64;
  beginZ: f64;
  stepXX: f64;
  stepXY: f64;
  stepXZ: f64;
  stepYX: f64;
  stepYY: f64;
  stepYZ: f64;
  stepZX: f64;
  stepZY: f64;
  stepZZ: f64;
}
