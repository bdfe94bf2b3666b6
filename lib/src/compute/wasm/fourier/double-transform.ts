import { unitRoot } from "./unit-root.js";

/** Transform of complex numbers in double precision, by recursion on the least factor of their count: for tables. */
export function doubleTransform(data: Float64Array): Float64Array {
  const size = data.length / 2;
  const radix = leastFactor(size);
  if (size === 1) return data.slice();
  const span = size / radix;
  const parts = Array.from({ length: radix }, (_, part) => doubleTransform(strided(data, part, radix)));
  const roots = new Float64Array(2 * size);
  for (let k = 0; k < size; k++) roots.set(unitRoot(k, size), 2 * k);
  const out = new Float64Array(2 * size);
  for (let k = 0; k < size; k++) {
    const from = 2 * (k % span);
    for (const [j, part] of parts.entries()) {
      const [re, im] = [part[from]!, part[from + 1]!];
      const root = 2 * ((j * k) % size);
      out[2 * k]! += re * roots[root]! - im * roots[root + 1]!;
      out[2 * k + 1]! += re * roots[root + 1]! + im * roots[root]!;
    }
  }
  return out;
}

function strided(data: Float64Array, first: number, step: number): Float64Array {
  const out = new Float64Array(data.length / step);
  for (let j = 0; 2 * j < out.length; j++) {
    const at = 2 * (first + j * step);
    out[2 * j] = data[at]!;
    out[2 * j + 1] = data[at + 1]!;
  }
  return out;
}

function leastFactor(size: number): number {
  for (let factor = 2; factor * factor <= size; factor++) if (size % factor === 0) return factor;
  return size;
}
