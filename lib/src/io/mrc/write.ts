import type { TaskOptions } from "../../core/index.js";
import { startTask, ValueError } from "../../core/index.js";
import type { Image, ImageStack, Volume } from "../../model/index.js";
import type { EncodedMrc, MrcWriteOptions } from "./encode.js";
import { encodeMrc } from "./encode.js";

/** Writes a noun as an MRC file, whole or not at all. */
export async function writeMrc(
  path: string,
  noun: Image | ImageStack | Volume,
  options: MrcWriteOptions & TaskOptions,
): Promise<void> {
  if (/\.(gz|bz2)$/i.test(path)) {
    throw new ValueError("path", {
      got: path,
      wanted: "a name without .gz or .bz2: files are written plain",
    });
  }
  const encoded = await encodeMrc(noun, options);
  const { writeAtomically } = await import("../node/index.js");
  await writeAtomically(path, watched(encoded, options), encoded);
}

/** The chunks, with progress told and the signal looked at between them. */
async function* watched(
  { chunks, totalBytes }: EncodedMrc,
  options: TaskOptions,
): AsyncGenerator<Uint8Array> {
  const task = startTask(options);
  let done = 0;
  for (const chunk of chunks) {
    yield chunk;
    done += chunk.length;
    task.report({ stage: "write", done, total: totalBytes });
    await task.breathe();
  }
}
