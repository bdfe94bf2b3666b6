import { table } from "../../model/index.js";
import type {
  Column,
  Coordinates,
  FileReferences,
  ImageReferences,
  ParticleColumns,
  Table,
} from "../../model/index.js";

/** The columns of a table, each taken at most once: what nobody took is left. */
export interface ColumnTaker {
  numbers(label: string): Float64Array | undefined;
  words(label: string): readonly string[] | undefined;
  /** Columns of numbers that mean something together only: none is taken unless all are there. */
  together(...labels: readonly string[]): readonly Float64Array[] | undefined;
  /** What nobody has taken. */
  rest(): Readonly<Record<string, Column>>;
}

/** Starts to take a table apart. */
export function takeColumns({ columns }: Table): ColumnTaker {
  const taken = new Set<string>();
  const take = (label: string): Column | undefined => {
    const column = columns[label];
    if (column !== undefined) taken.add(label);
    return column;
  };
  return {
    numbers(label) {
      return columns[label] instanceof Float64Array ? (take(label) as Float64Array) : undefined;
    },
    words(label) {
      const column = take(label);
      return column instanceof Float64Array ? Array.from(column, String) : column;
    },
    together(...labels) {
      if (!labels.every((label) => columns[label] instanceof Float64Array)) return undefined;
      return labels.map((label) => take(label) as Float64Array);
    },
    rest: () => Object.fromEntries(Object.entries(columns).filter(([label]) => !taken.has(label))),
  };
}

/** Columns of particles, some of which may not be known. */
type MaybeColumns = { readonly [K in keyof ParticleColumns]: ParticleColumns[K] | undefined } & {
  readonly group: Int32Array;
};

/** The columns that are known, and what nobody has taken of the table as `other`. */
export function knownColumns(columns: MaybeColumns, take: ColumnTaker): ParticleColumns {
  const rest = take.rest();
  const other = Object.keys(rest).length > 0 ? table("particles", rest) : undefined;
  const known = Object.entries({ ...columns, other }).filter(([, column]) => column !== undefined);
  return Object.fromEntries(known) as unknown as ParticleColumns;
}

/** Whole numbers of a column. */
export function integers(column: Float64Array | undefined): Int32Array | undefined {
  return column && Int32Array.from(column);
}

/** Two columns as one, where both are there. */
export function pair(take: ColumnTaker, labelX: string, labelY: string): Coordinates | undefined {
  const both = take.together(labelX, labelY);
  return both && { x: both[0]!, y: both[1]! };
}

/** Names as places in a list of different names, in the order in which they first come. */
export function fileReferences(names: readonly string[]): FileReferences {
  const places = new Map<string, number>();
  const file = Int32Array.from(names, (name) => {
    const place = places.get(name) ?? places.size;
    if (place === places.size) places.set(name, place);
    return place;
  });
  return { files: [...places.keys()], file };
}

/** `000012@stack.mrcs`, the twelfth image of a stack; a name without `@` is the first of its file. */
export function imageReferences(names: readonly string[]): ImageReferences {
  const index = new Int32Array(names.length);
  const files = names.map((name, i) => {
    const at = name.indexOf("@");
    if (at < 0) return name;
    index[i] = Number.parseInt(name.slice(0, at), 10) - 1;
    return name.slice(at + 1);
  });
  return { ...fileReferences(files), index };
}

/** Names of images as RELION writes them. */
export function imageNames({ files, file, index }: ImageReferences): string[] {
  return Array.from(file, (place, i) => `${String(index[i]! + 1).padStart(6, "0")}@${files[place]!}`);
}
