import { FormatError } from "../../core/index.js";
import { decode } from "../star/column-builder.js";
import { parseNumber } from "../star/number.js";
import type { AtomBuilder } from "./atom-builder.js";
import { elementOfName, elementSymbol } from "./element.js";
import { hybrid36Value } from "./hybrid-36.js";

/** Fields of an atom's record: the columns from the first up to the one behind the last, counted from 0. */
const fields = {
  serial: [6, 11],
  name: [12, 16],
  alternate: [16, 17],
  residue: [17, 20],
  // the field is one column wide; models of many chains use the blank before it too
  chain: [20, 22],
  residueNumber: [22, 26],
  insertion: [26, 27],
  x: [30, 38],
  y: [38, 46],
  z: [46, 54],
  occupancy: [54, 60],
  bFactor: [60, 66],
  element: [76, 78],
  charge: [78, 80],
} as const;
type Field = keyof typeof fields;

/** A line of a PDB file, to be taken apart. */
export interface Line {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

/** Adds the atom of an ATOM or HETATM record. @throws FormatError if it has no place, or a field is no number */
export function takeAtom(atom: AtomBuilder, line: Line, hetero: boolean, model: number): void {
  const text = (field: Field): string => fieldText(line, field).trim();
  const word = (field: Field, into: { take(bytes: Uint8Array, start: number, end: number): void }): void => {
    const [start, end] = trimmed(line, field);
    into.take(line.bytes, start, end);
  };
  for (const axis of ["x", "y", "z"] as const) atom.position.add(number(line, axis, NaN));
  atom.occupancy.add(number(line, "occupancy", 1));
  atom.bFactor.add(number(line, "bFactor", 0));
  for (const field of ["name", "alternate", "residue", "insertion", "chain"] as const)
    word(field, atom[field]);
  atom.element.add(elementSymbol(text("element")) || elementFor(line, text("element")));
  atom.residueNumber.add(residueNumber(line, text("residueNumber")));
  atom.charge.add(charge(text("charge")));
  atom.hetero.add(Number(hetero));
  atom.model.add(model);
  atom.count++;
  const serial = hybrid36Value(text("serial"), 5);
  atom.serial.add(Number.isNaN(serial) ? atom.count : serial);
}

/** A number of a record; `missing` where its columns are blank. */
function number(line: Line, field: Field, missing: number): number {
  const [start, end] = trimmed(line, field);
  const value = start === end ? missing : parseNumber(line.bytes, start, end);
  return Number.isFinite(value) ? value : wrong(line, field, "a finite number");
}

function residueNumber(line: Line, text: string): number {
  const value = text === "" ? 0 : hybrid36Value(text, 4);
  return Number.isNaN(value) ? wrong(line, "residueNumber", "a whole number, or one in hybrid-36") : value;
}

/** The element of a record whose columns for it are blank, as in old files, or hold what is none. */
function elementFor(line: Line, said: string): string {
  return said === "" ? elementOfName(fieldText(line, "name")) : "";
}

/** A charge, `2+` or `+2`; 0 where there is none. */
function charge(text: string): number {
  const parts = /^(\d)([+-])$|^([+-])(\d)$/.exec(text);
  if (parts === null) return 0;
  return Number(`${parts[2] ?? parts[3]}${parts[1] ?? parts[4]}`);
}

function fieldText({ bytes, start, end }: Line, field: Field): string {
  const [first, behind] = fields[field];
  return decode(bytes, Math.min(end, start + first), Math.min(end, start + behind));
}

/** Where a field's text begins and ends, without the blanks around it. */
function trimmed({ bytes, start, end }: Line, field: Field): [start: number, end: number] {
  const [first, behind] = fields[field];
  let [from, to] = [Math.min(end, start + first), Math.min(end, start + behind)];
  while (from < to && bytes[from]! <= 32) from++;
  while (from < to && bytes[to - 1]! <= 32) to--;
  return [from, to];
}

function wrong(line: Line, field: Field, wanted: string): never {
  const { file, offset, bytes, start, end } = line;
  const [first, behind] = fields[field];
  throw new FormatError({
    file,
    field,
    offset,
    got: `${JSON.stringify(fieldText(line, field))} in: ${decode(bytes, start, Math.min(end, start + 80))}`,
    wanted: `${wanted} in columns ${first + 1} to ${behind}`,
  });
}
