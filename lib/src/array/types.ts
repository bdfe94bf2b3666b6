/** Real data in memory: single precision for images and maps, double where a law is checked to the last digit. */
export type RealArray = Float32Array | Float64Array;

/** A new array of zeros with the precision of `like`. */
export function zerosLike<T extends RealArray>(like: T, length: number): T {
  return (like instanceof Float64Array ? new Float64Array(length) : new Float32Array(length)) as T;
}
