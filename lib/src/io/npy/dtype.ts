import type { Literal } from "./literal.js";

/** What one value of an array is: a kind of number, or text of so many bytes. */
export interface Dtype {
  readonly kind: "int" | "uint" | "float" | "complex" | "bool" | "bytes" | "text";
  /** Bytes of one value. */
  readonly bytes: number;
  readonly littleEndian: boolean;
}

/** A field of a record: its values have a shape of their own, `[]` for a single one. */
export interface Field {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** Bytes from the beginning of the record. */
  readonly offset: number;
}

const kinds: Readonly<Record<string, Dtype["kind"]>> = {
  i: "int",
  u: "uint",
  f: "float",
  c: "complex",
  b: "bool",
  S: "bytes",
  a: "bytes",
  U: "text",
};

/** Bytes of numbers that there are, by kind. */
const widths: Readonly<Partial<Record<Dtype["kind"], readonly number[]>>> = {
  int: [1, 2, 4, 8],
  uint: [1, 2, 4, 8],
  float: [2, 4, 8],
  complex: [8, 16],
  bool: [1],
};

/** The meaning of a word such as `<f4`, or nothing where it has none here. */
export function parseDtype(word: string): Dtype | undefined {
  const [, order, letter, digits] = /^([<>|=]?)([iufcbSaU])(\d+)$/.exec(word) ?? [];
  if (letter === undefined) return undefined;
  const kind = kinds[letter]!;
  const count = Number(digits);
  if (widths[kind]?.includes(count) === false) return undefined;
  return { kind, bytes: kind === "text" ? 4 * count : count, littleEndian: order !== ">" };
}

/** The fields of a record, from the list that describes it, or nothing where one has no meaning here. */
export function parseFields(description: Literal): { fields: Field[]; recordBytes: number } | undefined {
  if (!Array.isArray(description)) return undefined;
  const fields: Field[] = [];
  let offset = 0;
  for (const entry of description as readonly Literal[]) {
    const [name, word, shape = []] = Array.isArray(entry) ? (entry as readonly Literal[]) : [];
    const dtype = typeof word === "string" ? parseDtype(word) : undefined;
    const sizes = shapeOf(shape);
    if (typeof name !== "string" || dtype === undefined || sizes === undefined) return undefined;
    fields.push({ name, dtype, shape: sizes, offset });
    offset += dtype.bytes * sizes.reduce((product, size) => product * size, 1);
  }
  return { fields, recordBytes: offset };
}

/** A shape, from a literal: whole numbers, none below 0. */
export function shapeOf(literal: Literal): readonly number[] | undefined {
  const sizes = typeof literal === "number" ? [literal] : literal;
  if (!Array.isArray(sizes)) return undefined;
  const whole = (sizes as readonly Literal[]).every(
    (size) => Number.isSafeInteger(size) && (size as number) >= 0,
  );
  return whole ? (sizes as readonly number[]) : undefined;
}
