import type { Tables } from "../phase.js";
import { unitRoot } from "./unit-root.js";

/**
 * Twiddle factors of `span` butterflies side by side: for each i, `exp(-2 pi i i j / (radix span))` for j = 1 ... radix - 1.
 * `compact` ones are complex numbers; `wide` ones hold the real part four times, then the imaginary part four times.
 */
export function twiddleTable(kind: "compact" | "wide", radix: number, span: number, tables: Tables): number {
  const times = kind === "wide" ? 4 : 1;
  return tables.keep(`fourier/twiddles/${kind}/${radix}/${span}`, () => {
    const table = new Float32Array(2 * times * span * (radix - 1));
    let at = 0;
    for (let i = 0; i < span; i++) {
      for (let j = 1; j < radix; j++) {
        for (const part of unitRoot(i * j, radix * span)) {
          table.fill(part, at, at + times);
          at += times;
        }
      }
    }
    return table;
  });
}

/**
 * Roots for the butterfly of an odd number, in the order it reads them: for each four frequencies m, for each j, the cosines of
 * `2 pi m j / radix`, then for each j the sines. Past the last frequency, the last one again.
 */
export function rootsTable(radix: number, tables: Tables): number {
  return tables.keep(`fourier/roots/${radix}`, () => {
    const pairs = (radix - 1) / 2;
    const table: number[] = [];
    for (let m = 1; m <= pairs; m += 4) {
      const four = [m, m + 1, m + 2, m + 3].map((frequency) => Math.min(frequency, pairs));
      for (const part of [0, 1] as const) {
        for (let j = 1; j <= pairs; j++) {
          // sines as they are, where a root has their opposites
          for (const frequency of four)
            table.push((part === 0 ? 1 : -1) * unitRoot(frequency * j, radix)[part]);
        }
      }
    }
    return Float32Array.from(table);
  });
}
