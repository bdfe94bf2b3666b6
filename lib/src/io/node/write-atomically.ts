import { open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileError } from "./file-error.js";

/**
 * Writes a file whole or not at all: beside its place under another name, flushed to the disk, then renamed.
 * Until then, and if anything fails, an older file of that name stays as it was and nothing else is left.
 *
 * @throws FileError if the disk is full or the place not writable
 */
export async function writeAtomically(
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  { totalBytes }: { readonly totalBytes: number },
): Promise<void> {
  const beside = join(dirname(path), `.vitrine-${crypto.randomUUID()}.part`);
  const hint = `${totalBytes} bytes are needed; nothing was changed`;
  const failed = (cause: unknown) => fileError(path, "a place to write to", cause, hint);
  let handle;
  try {
    handle = await open(beside, "wx");
  } catch (cause) {
    throw failed(cause);
  }
  try {
    for await (const chunk of chunks)
      await writeAll(handle, chunk).catch((cause) => Promise.reject(failed(cause)));
    try {
      await handle.sync();
      await handle.close();
      await rename(beside, path);
    } catch (cause) {
      throw failed(cause);
    }
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(beside, { force: true });
    throw error;
  }
}

/** Writes a chunk where the one before ended, in as few calls as the system takes: `writeFile` makes one for each 512 KiB. */
async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length;) done += (await handle.write(chunk, done)).bytesWritten;
}
