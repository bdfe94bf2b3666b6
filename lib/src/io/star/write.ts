import { startTask } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import { encodeStar } from "./encode.js";
import type { StarContent } from "./encode.js";

/** Bytes that a value takes in a file, about: said where they do not fit on the disk. */
const bytesPerValue = 13;

/**
 * Writes a STAR file. Read again it gives the same columns, numbers to the last bit. The file appears whole or not at all.
 *
 * @throws ValueError if a word can't be spelled in a STAR file
 * @throws FileError if the disk is full or the place not writable
 * @example
 * ```ts
 * import { readStar, table, writeStar } from "vitrine";
 * const micrographs = table("micrographs", { rlnMicrographName: ["a.mrc"], rlnDefocusU: Float64Array.of(9500) });
 * await writeStar("micrographs.star", { blocks: [{ form: "loop", table: micrographs }] });
 * (await readStar("micrographs.star")).blocks[0]?.table.rowCount;   // 1
 * ```
 */
export async function writeStar(
  path: string,
  content: StarContent,
  options: TaskOptions = {},
): Promise<void> {
  const { writeAtomically } = await import("../node/index.js");
  const values = content.blocks.map(({ table }) => table.rowCount * Object.keys(table.columns).length);
  const totalBytes = bytesPerValue * values.reduce((sum, count) => sum + count, 0);
  await writeAtomically(path, bytesOf(content, options), { totalBytes });
}

async function* bytesOf(content: StarContent, options: TaskOptions): AsyncGenerator<Uint8Array> {
  const task = startTask(options);
  const utf8 = new TextEncoder();
  for (const text of encodeStar(content)) {
    yield utf8.encode(text);
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
}
