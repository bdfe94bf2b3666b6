/**
 * The transform by its definition, one axis at a time, in double precision: `data` is `[batch, ...shape]` of complex numbers. Forward
 * is `sum of f(x) exp(-2 pi i k x / n)`; `inverse` has the other sign; neither is scaled.
 */
export function transformByDefinition(
  data: ArrayLike<number>,
  shape: readonly number[],
  direction: "forward" | "inverse" = "forward",
): Float64Array {
  let now: Float64Array = Float64Array.from(data);
  for (const [axis, size] of shape.entries()) {
    const inner = shape.slice(axis + 1).reduce((a, b) => a * b, 1);
    now = alongAxis(now, size, inner, direction === "forward" ? -1 : 1);
  }
  return now;
}

function alongAxis(data: Float64Array, size: number, inner: number, sign: number): Float64Array {
  const cosine = Float64Array.from({ length: size }, (_, k) => Math.cos((2 * Math.PI * k) / size));
  const sine = Float64Array.from({ length: size }, (_, k) => sign * Math.sin((2 * Math.PI * k) / size));
  const out = new Float64Array(data.length);
  for (let start = 0; start < data.length; start += 2 * size * inner) {
    for (let column = 0; column < inner; column++) {
      for (let k = 0; k < size; k++) {
        let [re, im] = [0, 0];
        for (let x = 0, root = 0; x < size; x++) {
          const at = start + 2 * (x * inner + column);
          re += data[at]! * cosine[root]! - data[at + 1]! * sine[root]!;
          im += data[at]! * sine[root]! + data[at + 1]! * cosine[root]!;
          root += k;
          if (root >= size) root -= size;
        }
        out[start + 2 * (k * inner + column)] = re;
        out[start + 2 * (k * inner + column) + 1] = im;
      }
    }
  }
  return out;
}

/** Real numbers as complex ones. */
export function complexOf(data: ArrayLike<number>): Float64Array {
  const out = new Float64Array(2 * data.length);
  for (let i = 0; i < data.length; i++) out[2 * i] = data[i]!;
  return out;
}

/** Frequencies 0 ... size / 2 of the fastest axis. */
export function halfOf(spectrum: ArrayLike<number>, size: number): Float64Array {
  const stored = Math.floor(size / 2) + 1;
  const rows = spectrum.length / (2 * size);
  const out = new Float64Array(2 * rows * stored);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < 2 * stored; i++) out[2 * row * stored + i] = spectrum[2 * row * size + i]!;
  }
  return out;
}
