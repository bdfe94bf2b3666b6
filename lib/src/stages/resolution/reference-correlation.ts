/**
 * Correlation of the map of all data with the truth, from the correlation F of its two half maps in the same shell:
 * `sqrt(2 F / (1 + F))` (Rosenthal & Henderson 2003, J. Mol. Biol. 333, 721). 0 where F is not above 0.
 * At F = 1/7 it is 1/2, which is where the threshold 0.143 comes from.
 *
 * @row K1
 * @row K9
 * @example
 * ```ts
 * referenceCorrelation(1 / 7); // 0.5
 * Array.from(new Float64Array([1, 0, -0.1]).map(referenceCorrelation)); // [1, 0, 0]
 * ```
 */
export function referenceCorrelation(halves: number): number {
  return halves <= 0 ? 0 : Math.sqrt((2 * halves) / (1 + halves));
}
