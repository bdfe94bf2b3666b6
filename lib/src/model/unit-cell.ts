import { requireBetween, requirePositive } from "../core/index.js";

/** The cell that a crystal repeats. */
export interface UnitCell {
  readonly lengthsA: readonly [a: number, b: number, c: number];
  readonly anglesDeg: readonly [alpha: number, beta: number, gamma: number];
  /** In the notation of Hermann and Mauguin, `"P 21 21 21"`. */
  readonly spaceGroup: string;
}

/**
 * Makes a {@link UnitCell}; without symmetry, `P 1`, where none is given.
 *
 * @throws ValueError if a length is not above 0, or an angle not between 0 and 180
 * @example
 * ```ts
 * unitCell([50.8, 42.8, 29]).anglesDeg;   // [90, 90, 90]
 * ```
 */
export function unitCell(
  lengthsA: UnitCell["lengthsA"],
  { anglesDeg = [90, 90, 90], spaceGroup = "P 1" }: Partial<Omit<UnitCell, "lengthsA">> = {},
): UnitCell {
  for (const length of lengthsA) requirePositive("unit cell: lengthsA", length, "Å");
  for (const angle of anglesDeg) requireBetween("unit cell: anglesDeg", angle, 1, 179, "degrees");
  return { lengthsA, anglesDeg, spaceGroup };
}
