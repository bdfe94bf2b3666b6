/** The same angle in (-180, 180]. */
export function wrappedDeg(angleDeg: number): number {
  const rest = angleDeg % 360;
  if (rest > 180) return rest - 360;
  return rest <= -180 ? rest + 360 : rest;
}
