/** Degrees to radians: the only place where an angle changes its unit. */
export function degToRad(deg: number): number {
  return (deg * Math.PI) / 180;
}

/** Radians to degrees. */
export function radToDeg(rad: number): number {
  return (rad * 180) / Math.PI;
}

/** A number with `digits` significant digits and no trailing zeros, for one-line texts. */
export function significant(value: number, digits: number = 4): string {
  if (!Number.isFinite(value)) return String(value);
  return String(Number(value.toPrecision(digits)));
}
