import { FormatError } from "../../core/index.js";
import { decode } from "../star/column-builder.js";
import { parseNumber } from "../star/number.js";
import type { AtomBuilder } from "../pdb/atom-builder.js";
import { integers, WordColumn } from "../pdb/growing-column.js";
import type { NumberColumn } from "../pdb/growing-column.js";
import type { CifRows, TakeValue } from "./cif-parser.js";

/** The category whose rows are atoms. */
export const atomSite = "atom_site";

/** Columns of the archive's own naming, which a PDB file has no place for. */
export class ArchiveColumns {
  readonly chain: WordColumn = new WordColumn();
  readonly entity: WordColumn = new WordColumn();
  readonly sequenceNumber: NumberColumn<Int32Array> = integers();
}

const [questionMark, dot] = [63, 46] as const;

/** Whether a value stands for nothing. */
function isNothing(bytes: Uint8Array, start: number, end: number, isBare: boolean): boolean {
  return isBare && end - start === 1 && (bytes[start] === questionMark || bytes[start] === dot);
}

/**
 * What takes the rows of the atoms' loop in `file`. The authors' names of chains, residues and atoms are taken where there are such.
 *
 * @throws FormatError if the columns of the place are missing
 */
export function atomRows(
  file: string,
  columns: readonly string[],
  offset: number,
  atom: AtomBuilder,
  archive: ArchiveColumns,
): CifRows {
  const takers = new Map<number, TakeValue[]>();
  const defaults: (() => void)[] = [];
  const place = new Float64Array(3);

  /** The first of the named columns that is there goes to `take`; where none is, each row gets what `missing` adds. */
  function column(names: readonly string[], take: (field: string) => TakeValue, missing: () => void): void {
    const found = names.find((name) => columns.includes(`${atomSite}.${name}`));
    if (found === undefined) defaults.push(missing);
    else {
      const at = columns.indexOf(`${atomSite}.${found}`);
      takers.set(at, [...(takers.get(at) ?? []), take(found)]);
    }
  }

  function words(into: WordColumn, ...names: readonly string[]): void {
    const take: TakeValue = (bytes, start, end, _, isBare) => {
      if (isNothing(bytes, start, end, isBare)) into.add("");
      else into.take(bytes, start, end);
    };
    column(
      names,
      () => take,
      () => into.add(""),
    );
  }

  function numbers(add: (value: number) => void, missing: () => number, ...names: readonly string[]): void {
    const take =
      (field: string): TakeValue =>
      (bytes, start, end, at, isBare) => {
        const nothing = isNothing(bytes, start, end, isBare);
        const value = nothing ? missing() : parseNumber(bytes, start, end);
        if (!Number.isFinite(value))
          wrong(file, field, at, decode(bytes, start, Math.min(end, start + 40)), "a finite number");
        add(value);
      };
    column(names, take, () => add(missing()));
  }

  for (const [axis, name] of ["cartn_x", "cartn_y", "cartn_z"].entries()) {
    if (!columns.includes(`${atomSite}.${name}`))
      wrong(file, name, offset, "no such column", "the places of the atoms");
    numbers(
      (value) => (place[axis] = value),
      () => NaN,
      name,
    );
  }
  words(atom.element, "type_symbol");
  words(atom.name, "auth_atom_id", "label_atom_id");
  words(atom.alternate, "label_alt_id");
  words(atom.residue, "auth_comp_id", "label_comp_id");
  words(atom.insertion, "pdbx_pdb_ins_code");
  words(atom.chain, "auth_asym_id", "label_asym_id");
  words(archive.chain, "label_asym_id", "auth_asym_id");
  words(archive.entity, "label_entity_id");
  numbers(
    (value) => atom.residueNumber.add(value),
    () => 0,
    "auth_seq_id",
    "label_seq_id",
  );
  numbers(
    (value) => archive.sequenceNumber.add(value),
    () => 0,
    "label_seq_id",
  );
  numbers(
    (value) => atom.occupancy.add(value),
    () => 1,
    "occupancy",
  );
  numbers(
    (value) => atom.bFactor.add(value),
    () => 0,
    "b_iso_or_equiv",
  );
  numbers(
    (value) => atom.charge.add(value),
    () => 0,
    "pdbx_formal_charge",
  );
  numbers(
    (value) => atom.model.add(value),
    () => 1,
    "pdbx_pdb_model_num",
  );
  numbers(
    (value) => atom.serial.add(value),
    () => atom.count + 1,
    "id",
  );
  const isHetero: TakeValue = (bytes, start) => atom.hetero.add(Number((bytes[start]! | 32) === 104));
  column(
    ["group_pdb"],
    () => isHetero,
    () => atom.hetero.add(0),
  );

  return {
    take: columns.map((_, at) => together(takers.get(at) ?? [])),
    endRow() {
      for (const axis of place) atom.position.add(axis);
      for (const add of defaults) add();
      atom.count++;
    },
  };
}

/** Several takers of one column as one. */
function together(takers: readonly TakeValue[]): TakeValue {
  const [first, second] = takers;
  if (first === undefined) return () => undefined;
  if (second === undefined) return first;
  return (...value) => {
    for (const take of takers) take(...value);
  };
}

function wrong(file: string, field: string, offset: number, got: string, wanted: string): never {
  throw new FormatError({ file, field: `_${atomSite}.${field}`, offset, got, wanted });
}
