import { ValueError } from "../../core/index.js";
import type { Table } from "../../model/index.js";

/** A part of a STAR file: a loop of rows, or a list of single values, which is a table of one row. */
export interface StarBlock {
  readonly form: "loop" | "list";
  /** Called as the block is, without `data_`; its columns as the labels are, without the underscore. */
  readonly table: Table;
}

/** A STAR file: RELION's, Xmipp's, Gctf's, whatever lists metadata in this form. */
export interface StarFile {
  readonly kind: "star";
  /** What the user calls it. */
  readonly name: string;
  /** Comments before the first block, `# version 30001` among them, without the hash. */
  readonly comments: readonly string[];
  readonly blocks: readonly StarBlock[];
}

/**
 * The table of a block.
 *
 * @throws ValueError if the file has no such block
 */
export function starTable({ name, blocks }: StarFile, block: string): Table {
  const found = blocks.find(({ table }) => table.name === block);
  if (found !== undefined) return found.table;
  throw new ValueError(`${name}: data_${block}`, {
    got: "no such block",
    wanted: `one of ${blocks.map(({ table }) => table.name).join(", ")}`,
  });
}
