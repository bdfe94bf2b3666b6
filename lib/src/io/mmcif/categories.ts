import { decode } from "../star/column-builder.js";
import type { CifRows, TakeValue } from "./cif-parser.js";

/** Values of a category that is read whole: columns by name, whether the file has a loop or single values. */
export type Category = ReadonlyMap<string, readonly string[]>;

/** Categories that are read whole, by name; one that the file lacks is empty. */
export interface Categories {
  /** Who takes a loop of these columns; undefined where its category is none of those wanted. */
  loop(columns: readonly string[]): CifRows | undefined;
  item(name: string): TakeValue | undefined;
  of(category: string): Category;
}

/** Starts to collect the categories of the given names. */
export function collectCategories(wanted: readonly string[]): Categories {
  const found = new Map(wanted.map((name) => [name, new Map<string, string[]>()]));

  function taker(name: string): TakeValue | undefined {
    const [category, label] = name.split(".") as [string, string | undefined];
    const columns = found.get(category);
    if (columns === undefined || label === undefined) return undefined;
    const values = columns.get(label) ?? [];
    columns.set(label, values);
    return (bytes, start, end, _, isBare) => {
      const word = decode(bytes, start, end);
      values.push(isBare && (word === "?" || word === ".") ? "" : word);
    };
  }

  return {
    loop(columns) {
      const take = columns.map(taker);
      if (take.every((taken) => taken === undefined)) return undefined;
      return { take: take.map((taken) => taken ?? (() => undefined)), endRow: () => undefined };
    },
    item: taker,
    of: (category) => found.get(category) ?? new Map<string, string[]>(),
  };
}
