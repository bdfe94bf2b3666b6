/** A place or direction, in the order of the array's axes. */
export type Vector = readonly [z: number, y: number, x: number];

/** Scalar product. */
export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** A vector of three parts, by axis. */
export function vector(part: (axis: number) => number): Vector {
  return [part(0), part(1), part(2)];
}

/** The vector of length 1 in the same direction; a vector of length 0 stays. */
export function unit(v: Vector): Vector {
  const length = Math.hypot(...v) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
}
