import type { TaskOptions } from "../../core/index.js";
import { FormatError, startTask } from "../../core/index.js";
import type { Source } from "../source.js";
import type { Compression } from "./sniff.js";
import { bunzip } from "./bzip2.js";
import { gunzip } from "./gzip.js";

/** How far compressed data may expand, so that a small file can't fill the memory. */
export interface ExpandLimits {
  /** Most bytes to expand to. Default: 256 MiB, or `maxRatio` times the compressed size where that is more. */
  readonly maxExpandedBytes?: number;
  /** Default 250: a map in gzip shrinks 2 to 5 times, a mask up to some 200; a bomb 1000 times and more. */
  readonly maxRatio?: number;
  /** Bytes that the first 1024 promise in all; what lies more than a little beyond them is not expanded. */
  readonly promisedBytes?: (head: Uint8Array, file: string) => number;
}

const defaultMaxBytes = 2 ** 28;
const defaultMaxRatio = 250;
/** Bytes behind the promised end that are still expanded, so that a reader can say that something is there. */
const slackBytes = 2 ** 16;
const headBytes = 1024;
const blockBytes = 2 ** 20;

/** The expanded content of a compressed source, held in memory in blocks. */
export async function expanded(
  source: Source,
  compression: Compression,
  options: TaskOptions & ExpandLimits,
): Promise<Source> {
  const task = startTask(options);
  const limit = byteLimit(source, options);
  const store = new BlockStore();
  let end = Number.POSITIVE_INFINITY;
  for await (const chunk of compression === "gzip" ? gunzip(source) : bunzip(source)) {
    store.append(chunk);
    if (end === Number.POSITIVE_INFINITY && store.size >= headBytes && options.promisedBytes) {
      const promised = options.promisedBytes(store.slice(0, headBytes), source.name);
      requireWithin(source.name, "promises", promised, limit);
      end = promised + slackBytes;
    }
    requireWithin(source.name, "expands to", store.size, limit);
    if (store.size > end) break;
    task.report({ stage: `expand ${compression}`, done: store.size });
    await task.breathe();
  }
  return {
    name: source.name,
    size: store.size,
    read: (offset, length) => Promise.resolve(store.slice(offset, length)),
    close: () => Promise.resolve(),
  };
}

function byteLimit({ size }: Source, { maxExpandedBytes, maxRatio = defaultMaxRatio }: ExpandLimits): number {
  return maxExpandedBytes ?? Math.max(defaultMaxBytes, maxRatio * size);
}

function requireWithin(file: string, verb: string, bytes: number, limit: number): void {
  if (bytes > limit) {
    throw new FormatError({
      file,
      field: "expanded size",
      got: `${verb} ${bytes} bytes or more`,
      wanted: `at most ${limit}`,
      hint: "if the file is to be trusted, pass { maxExpandedBytes }",
    });
  }
}

/** Bytes appended in blocks of one size, so that they grow without being copied over and over. */
class BlockStore {
  size = 0;
  readonly #blocks: Uint8Array[] = [];

  append(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length;) {
      const inBlock = this.size % blockBytes;
      if (inBlock === 0) this.#blocks.push(new Uint8Array(blockBytes));
      const part = chunk.subarray(from, from + blockBytes - inBlock);
      this.#blocks[this.#blocks.length - 1]!.set(part, inBlock);
      this.size += part.length;
      from += part.length;
    }
  }

  slice(offset: number, length: number): Uint8Array {
    const end = Math.min(this.size, offset + length);
    const out = new Uint8Array(Math.max(0, end - offset));
    for (let at = offset; at < end;) {
      const inBlock = at % blockBytes;
      const part = this.#blocks[Math.floor(at / blockBytes)]!.subarray(inBlock, inBlock + end - at);
      out.set(part, at - offset);
      at += part.length;
    }
    return out;
  }
}
