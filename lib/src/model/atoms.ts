import { requireFinite, ShapeError } from "../core/index.js";
import type { Assembly } from "./assembly.js";
import type { Provenance } from "./provenance.js";
import type { UnitCell } from "./unit-cell.js";

/** Columns of {@link Atoms}; each is as long as the others. */
export interface AtomColumns {
  /** `[count, 3]`: x, y and z of each atom in turn. */
  readonly positionA: Float64Array;
  /** Symbol as the periodic table has it, `"C"`, `"Zn"`; `""` where it is not known. */
  readonly element: readonly string[];
  /** What the atom is called within its residue, `"CA"`. */
  readonly name: readonly string[];
  /** Letter of one of several places of an atom; `""` where there is one place only. */
  readonly alternate: readonly string[];
  /** Name of the residue, `"ALA"`. */
  readonly residue: readonly string[];
  /** Number of the residue, as its authors count. */
  readonly residueNumber: Int32Array;
  /** Letter behind the residue's number; `""` for most. */
  readonly insertion: readonly string[];
  /** The chain, as its authors call it. */
  readonly chain: readonly string[];
  /** The chain as the archive names it; in mmCIF ligands and water have chains of their own. */
  readonly archiveChain: readonly string[];
  /** Which of the molecules, as mmCIF names them; `""` where it is not said. */
  readonly entity: readonly string[];
  /** Place of the residue in the sequence of its molecule, from 1; 0 where it has none. */
  readonly sequenceNumber: Int32Array;
  /** From 0 to 1. */
  readonly occupancy: Float64Array;
  readonly bFactorA2: Float64Array;
  /** Charge of an ion, in units of the proton's. */
  readonly charge: Int8Array;
  /** 1 for atoms of ligands, water and unusual residues, 0 for those of ordinary polymers. */
  readonly hetero: Uint8Array;
  /** Number of the model that the atom belongs to, where a file holds several of one molecule. */
  readonly model: Int32Array;
  /** Number of the atom in its file. */
  readonly serial: Int32Array;
}

/** An atomic model, or pseudo-atoms: columns, one row per atom. */
export interface Atoms extends AtomColumns {
  readonly kind: "atoms";
  readonly count: number;
  /** Left out where there is no crystal. */
  readonly cell?: UnitCell;
  /** How the molecule at work is put together from these chains; empty where nothing is said. */
  readonly assemblies: readonly Assembly[];
  readonly source?: Provenance;
}

/** What {@link atoms} takes: positions, and what is known beside them. */
export interface AtomsOptions
  extends Partial<Omit<AtomColumns, "positionA">>, Partial<Pick<Atoms, "cell" | "assemblies" | "source">> {}

/**
 * Makes {@link Atoms} at `positionA`, `[count, 3]`. Columns are taken, not copied. Those left out are of full occupancy, B factor
 * 0, model 1, counted from 1, and have no names; `archiveChain` is `chain`.
 *
 * @throws ShapeError if columns differ in length, or positions come not in threes
 * @throws ValueError if a position is not finite
 * @example
 * ```ts
 * const water = atoms(Float64Array.of(0, 0, 0, 0.76, 0.59, 0, -0.76, 0.59, 0), { element: ["O", "H", "H"] });
 * water.count;          // 3
 * water.occupancy[2];   // 1
 * ```
 */
export function atoms(positionA: Float64Array, options: AtomsOptions = {}): Atoms {
  const count = positionA.length / 3;
  if (!Number.isInteger(count)) {
    throw new ShapeError("atoms: positionA", {
      got: `${positionA.length} numbers`,
      wanted: "three per atom",
    });
  }
  const wrong = positionA.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) requireFinite(`atom ${Math.floor(wrong / 3)}: positionA`, positionA[wrong]!, "Å");
  const { cell, assemblies = [], source, ...given } = options;
  const columns: AtomColumns = { ...unknownColumns(count, given), ...given, positionA };
  for (const [name, column] of Object.entries(columns) as [string, ArrayLike<unknown>][]) {
    if (name === "positionA" || column.length === count) continue;
    throw new ShapeError(`atoms: ${name}`, {
      got: `${column.length} rows`,
      wanted: `${count}, one per position`,
    });
  }
  return {
    kind: "atoms",
    count,
    ...columns,
    assemblies,
    ...(cell && { cell }),
    ...(source && { source }),
  };
}

/** What is said of atoms of which nothing is known; columns that are given are not made. */
function unknownColumns(count: number, given: AtomsOptions): Omit<AtomColumns, "positionA"> {
  const unnamed: readonly string[] = new Array<string>(count).fill("");
  return {
    element: unnamed,
    name: unnamed,
    alternate: unnamed,
    residue: unnamed,
    residueNumber: given.residueNumber ?? new Int32Array(count),
    insertion: unnamed,
    chain: unnamed,
    archiveChain: given.chain ?? unnamed,
    entity: unnamed,
    sequenceNumber: given.sequenceNumber ?? new Int32Array(count),
    occupancy: given.occupancy ?? new Float64Array(count).fill(1),
    bFactorA2: given.bFactorA2 ?? new Float64Array(count),
    charge: given.charge ?? new Int8Array(count),
    hetero: given.hetero ?? new Uint8Array(count),
    model: given.model ?? new Int32Array(count).fill(1),
    serial: given.serial ?? Int32Array.from({ length: count }, (_, i) => i + 1),
  };
}
