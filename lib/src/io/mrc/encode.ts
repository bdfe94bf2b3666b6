import type { TaskOptions } from "../../core/index.js";
import { startTask } from "../../core/index.js";
import { statisticsInBlocks } from "../../array/index.js";
import type { Image, ImageStack, Volume } from "../../model/index.js";
import type { ExtendedHeader } from "./encode-header.js";
import { encodeHeader } from "./encode-header.js";
import type { MrcWriteMode } from "./encode-values.js";
import { encodedBlocks, encodingOf, requireStorable } from "./encode-values.js";

/** What every writer of MRC files takes. */
export interface MrcWriteOptions {
  /**
   * How values are stored. Default `"float32"`: exact. The integer modes round to the nearest, `"float16"` keeps three
   * digits; a value outside a mode's range is an error.
   */
  readonly mode?: MrcWriteMode;
  /** Bytes to put between header and values, e.g. those of the file the data came from. Default: none. */
  readonly extendedHeader?: ExtendedHeader;
}

/** A file about to be written. */
export interface EncodedMrc {
  readonly totalBytes: number;
  /** The file's bytes from first to last, made as they are asked for; float32 values are views of the data, not to be changed. */
  readonly chunks: Iterable<Uint8Array>;
}

/**
 * The bytes of an MRC file. Everything that can be refused is refused here, before the first byte is made.
 *
 * @throws ValueError if a value does not fit into the mode
 */
export async function encodeMrc(
  noun: Image | ImageStack | Volume,
  options: MrcWriteOptions & TaskOptions = {},
): Promise<EncodedMrc> {
  const { mode = "float32", extendedHeader = { type: "", bytes: new Uint8Array(0) } } = options;
  const encoding = encodingOf(mode);
  const task = startTask(options);
  await requireStorable(noun.data, mode, task);
  const moments = await statisticsInBlocks(noun.data, task);
  const header = encodeHeader(noun, encoding.mode, extendedHeader, moments);
  return {
    totalBytes: header.length + extendedHeader.bytes.length + noun.data.length * encoding.bytes,
    chunks: join(header, extendedHeader.bytes, encodedBlocks(noun.data, mode)),
  };
}

function* join(
  header: Uint8Array,
  extended: Uint8Array,
  blocks: Iterable<Uint8Array>,
): Generator<Uint8Array> {
  yield header;
  if (extended.length > 0) yield extended;
  yield* blocks;
}
