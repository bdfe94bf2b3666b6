import { requireInteger } from "../core/index.js";
import type { Atoms } from "./atoms.js";

/**
 * The atoms of the given numbers, in that order; one may come twice. A function chooses those for which it says true. Cell and
 * assemblies stay as they are.
 *
 * @throws ValueError if one is not there
 * @example
 * ```ts
 * const all = atoms(Float64Array.of(0, 0, 0, 1.5, 0, 0, 2.5, 0, 0), { name: ["N", "CA", "C"] });
 * selectAtoms(all, [2, 0]).name;                        // ["C", "N"]
 * selectAtoms(all, (i) => all.name[i] === "CA").count;   // 1
 * ```
 */
export function selectAtoms(all: Atoms, chosen: ArrayLike<number> | ((index: number) => boolean)): Atoms {
  const rows =
    typeof chosen === "function"
      ? Int32Array.from(Array.from({ length: all.count }, (_, i) => i).filter(chosen))
      : Int32Array.from(chosen, (index) => requireInteger("atom", index, 0, all.count - 1));
  const positionA = new Float64Array(3 * rows.length);
  rows.forEach((row, i) => positionA.set(all.positionA.subarray(3 * row, 3 * row + 3), 3 * i));
  const words = (column: readonly string[]): string[] => Array.from(rows, (row) => column[row]!);
  const whole = (column: Int32Array): Int32Array => rows.map((row) => column[row]!);
  const real = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row]!);
  return {
    ...all,
    count: rows.length,
    positionA,
    element: words(all.element),
    name: words(all.name),
    alternate: words(all.alternate),
    residue: words(all.residue),
    residueNumber: whole(all.residueNumber),
    insertion: words(all.insertion),
    chain: words(all.chain),
    archiveChain: words(all.archiveChain),
    entity: words(all.entity),
    sequenceNumber: whole(all.sequenceNumber),
    occupancy: real(all.occupancy),
    bFactorA2: real(all.bFactorA2),
    charge: Int8Array.from(rows, (row) => all.charge[row]!),
    hetero: Uint8Array.from(rows, (row) => all.hetero[row]!),
    model: whole(all.model),
    serial: whole(all.serial),
  };
}
