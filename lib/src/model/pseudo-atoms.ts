import { requirePositive } from "../core/index.js";
import { atoms } from "./atoms.js";
import type { Atoms } from "./atoms.js";

/** What {@link pseudoAtoms} takes beside the positions. */
export interface PseudoAtomsOptions {
  /** Standard deviation of the Gaussian that each stands for, in Å. */
  readonly sigmaA: number;
  /** Weight of each, kept as its occupancy. 1: all alike. */
  readonly weight?: Float64Array;
}

/**
 * Gaussians in the place of atoms, `[count, 3]`: a map in few numbers. The width is kept as B factor, `8 pi² sigma²`, so that a
 * program which draws atoms draws the same blobs; each is a residue of its own, of no element.
 *
 * @throws ShapeError if there is not one weight per position
 * @throws ValueError if `sigmaA` is not above 0
 * @example
 * ```ts
 * pseudoAtoms(Float64Array.of(0, 0, 0, 4, 0, 0), { sigmaA: 2 }).bFactorA2[0];   // 315.83
 * ```
 */
export function pseudoAtoms(positionA: Float64Array, { sigmaA, weight }: PseudoAtomsOptions): Atoms {
  requirePositive("sigmaA", sigmaA, "Å");
  const count = Math.floor(positionA.length / 3);
  const everywhere = (word: string): string[] => new Array<string>(count).fill(word);
  return atoms(positionA, {
    name: everywhere("DENS"),
    residue: everywhere("PSE"),
    chain: everywhere("A"),
    residueNumber: Int32Array.from({ length: count }, (_, i) => i + 1),
    hetero: new Uint8Array(count).fill(1),
    bFactorA2: new Float64Array(count).fill(8 * Math.PI ** 2 * sigmaA ** 2),
    ...(weight && { occupancy: weight }),
  });
}
