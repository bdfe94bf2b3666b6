import { constants, open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { FileError, printable } from "../../core/index.js";
import type { Source } from "../source.js";
import { fileError } from "./file-error.js";

/**
 * Opens a regular file for reading at any place. Pipes, devices and folders are refused, without waiting for a pipe's writer.
 *
 * @throws FileError if it is not there, not readable or not a regular file
 */
export async function fileSource(path: string): Promise<Source> {
  let handle: FileHandle;
  try {
    // Windows has no O_NONBLOCK, and no named pipes in its folders
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    throw fileError(path, "a readable file", cause);
  }
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) {
      throw new FileError(printable(path), {
        got: stat.isDirectory() ? "a folder" : "a pipe or device",
        wanted: "a regular file",
      });
    }
    return source(path, stat.size, handle);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function source(path: string, size: number, handle: FileHandle): Source {
  async function readInto(into: Uint8Array, offset: number): Promise<number> {
    let filled = 0;
    try {
      while (filled < into.length) {
        const { bytesRead } = await handle.read(into, filled, into.length - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
    } catch (cause) {
      throw fileError(path, "a readable file", cause);
    }
    return filled;
  }

  return {
    name: path,
    size,
    readInto,
    async read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      return bytes.subarray(0, await readInto(bytes, offset));
    },
    close: () => handle.close(),
  };
}
