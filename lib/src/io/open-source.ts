import type { TaskOptions } from "../core/index.js";
import { FileError } from "../core/index.js";
import type { ExpandLimits } from "./compression/expand.js";
import { expanded } from "./compression/expand.js";
import { compressionOf } from "./compression/sniff.js";
import type { Source, SourceInput } from "./source.js";
import { memorySource } from "./source.js";

/** What {@link openSource} takes. */
export interface OpenSourceOptions extends TaskOptions, ExpandLimits {}

/**
 * Opens a path, bytes or a source for reading at any place. What is gzip or bzip2 by its first bytes, whatever its
 * name, is expanded in memory, within the limits given.
 *
 * Only a path needs a file system: everything else runs in a browser too.
 *
 * @throws FileError if the path is not a readable regular file
 * @throws FormatError if compressed data are damaged, of another compression, or expand beyond a limit
 * @example
 * ```ts
 * import { openSource } from "vitrine";
 * const source = await openSource(new Uint8Array([77, 65, 80, 32]));
 * source.size;   // 4
 * await source.close();
 * ```
 */
export async function openSource(input: SourceInput, options: OpenSourceOptions = {}): Promise<Source> {
  const { source, close } = await opened(input);
  try {
    const compression = compressionOf(source.name, await source.read(0, 10));
    if (compression === undefined) {
      return {
        name: source.name,
        size: source.size,
        read: (at, length) => source.read(at, length),
        ...(source.readInto !== undefined && {
          readInto: (into: Uint8Array, at: number) => source.readInto!(into, at),
        }),
        close,
      };
    }
    const whole = await expanded(source, compression, options);
    await close();
    return whole;
  } catch (error) {
    await close();
    throw error;
  }
}

/** The source of an input, and how to let go of it: a source that the caller opened is the caller's to close. */
async function opened(input: SourceInput): Promise<{ source: Source; close: () => Promise<void> }> {
  if (typeof input === "string") {
    const { fileSource } = await import("./node/index.js");
    const source = await fileSource(input);
    return { source, close: () => source.close() };
  }
  const source = input instanceof Uint8Array || input instanceof ArrayBuffer ? memorySource(input) : input;
  if (typeof source?.read !== "function" || typeof source.size !== "number") {
    throw new FileError("source", { got: typeof input, wanted: "a path, bytes, or an open source" });
  }
  return { source, close: () => Promise.resolve() };
}
