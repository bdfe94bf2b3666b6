/**
 * `exp(-2 pi i k / n)` into `out[at]` (real) and `out[at + 1]` (imaginary).
 * The angle is first brought into an eighth of the circle in whole numbers, so that every root is right to the last digit
 * and the roots at quarters of the circle are exact.
 */
export function unitRootInto(out: Float64Array, at: number, k: number, n: number): void {
  let eighths = 8 * (k % n); // angle in units of 1 / (8 n) of the circle
  let [re, im] = [1, 1]; // signs to put back
  let swap = false;
  if (eighths > 4 * n) {
    eighths = 8 * n - eighths;
    im = -1;
  }
  if (eighths > 2 * n) {
    eighths = 4 * n - eighths;
    re = -1;
  }
  if (eighths > n) {
    eighths = 2 * n - eighths;
    swap = true;
  }
  const angle = (Math.PI * eighths) / (4 * n);
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  out[at] = re * (swap ? sine : cosine);
  out[at + 1] = -im * (swap ? cosine : sine);
}
