import { FormatError, MemoryError } from "../core/index.js";

/** Bytes that can be read anywhere: a file, an array in memory, later an address on the web. */
export interface Source {
  /** What the user calls it; said in every error. */
  readonly name: string;
  /** Length in bytes. */
  readonly size: number;
  /** The `length` bytes from `offset` on, fewer only if the source ends before. The array is the caller's to read, not to write. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /**
   * Reads the bytes from `offset` on straight to where they are wanted, as many as `into` holds, fewer only if the source ends
   * before; tells how many. For sources that would make an array for each `read`.
   */
  readInto?(into: Uint8Array, offset: number): Promise<number>;
  close(): Promise<void>;
}

/** What readers take: a path, an open source, or the bytes themselves. */
export type SourceInput = string | Source | Uint8Array | ArrayBuffer;

/**
 * A source over bytes in memory. The array is not copied.
 *
 * @example
 * ```ts
 * import { memorySource } from "vitrine";
 * memorySource(new Uint8Array(4), { name: "mine.mrc" }).size;   // 4
 * ```
 */
export function memorySource(
  bytes: Uint8Array | ArrayBuffer,
  { name = "bytes in memory" }: { readonly name?: string } = {},
): Source {
  const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  return {
    name,
    size: view.byteLength,
    read: (offset, length) => Promise.resolve(view.subarray(offset, offset + length)),
    close: () => Promise.resolve(),
  };
}

/**
 * Exactly `length` bytes, in `into` where the source can read into it.
 * @throws FormatError if the source holds fewer, also when it shrank after it was opened
 */
export async function readExactly(
  source: Source,
  offset: number,
  length: number,
  field: string,
  into?: Uint8Array,
): Promise<Uint8Array> {
  const bytes =
    into === undefined || source.readInto === undefined
      ? await source.read(offset, length)
      : into.subarray(0, await source.readInto(into, offset));
  if (bytes.byteLength !== length) {
    throw new FormatError({
      file: source.name,
      field,
      offset,
      got: `${bytes.byteLength} bytes at ${offset}`,
      wanted: `${length} bytes`,
      hint: "the file is shorter than it was when it was opened, or cut off",
    });
  }
  return bytes;
}

/** What `make` allocates. @throws MemoryError in place of the engine's RangeError */
export function allocated<T>(what: string, bytes: number, make: () => T): T {
  try {
    return make();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new MemoryError(what, {
      got: `${(bytes / 1e9).toPrecision(3)} GB`,
      wanted: "no more than this process can allocate",
      hint: "read a part of it, or bin it first",
      cause,
    });
  }
}
