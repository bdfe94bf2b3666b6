import { requireInteger } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import { openSource } from "../open-source.js";
import { readNumbers } from "../read-numbers.js";
import type { Source, SourceInput } from "../source.js";
import { readSpiderHeader } from "./header.js";
import type { SpiderHeader } from "./header.js";

/** Values of a SPIDER file. */
export interface SpiderFile {
  readonly kind: "spider";
  /** What the user calls it. */
  readonly name: string;
  readonly header: SpiderHeader;
  /** `[ny, nx]` of an image, `[nz, ny, nx]` of a volume, `[count, ny, nx]` of a stack, `[count, nz, ny, nx]` of one of volumes. */
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** What {@link readSpider} takes. */
export interface ReadSpiderOptions extends TaskOptions {
  /** First image of a stack, from 0. Default 0. */
  readonly first?: number;
  /** How many images of a stack. Default: all that follow. */
  readonly count?: number;
}

/**
 * Reads a SPIDER image, volume or stack, of either byte order; of a stack only the images that are asked for.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is none of SPIDER's, or damaged
 * @throws ValueError if the images are not in the stack
 */
export async function readSpider(input: SourceInput, options: ReadSpiderOptions = {}): Promise<SpiderFile> {
  const source = await openSource(input, options);
  try {
    const header = await readSpiderHeader(source);
    return header.content === "stack"
      ? await readStack(source, header, options)
      : await readOne(source, header, options);
  } finally {
    await source.close();
  }
}

async function readOne(source: Source, header: SpiderHeader, options: TaskOptions): Promise<SpiderFile> {
  const { shape, headerBytes: offset, littleEndian } = header;
  const count = shape[0] * shape[1] * shape[2];
  const data = await readNumbers(source, { type: "float32", littleEndian, offset, count }, options);
  return {
    kind: "spider",
    name: source.name,
    header,
    shape: header.content === "volume" ? shape : [shape[1], shape[2]],
    data,
  };
}

async function readStack(
  source: Source,
  header: SpiderHeader,
  options: ReadSpiderOptions,
): Promise<SpiderFile> {
  const [slices, rows, columns] = header.shape;
  const first = requireInteger("first", options.first ?? 0, 0, header.count - 1);
  const count = requireInteger("count", options.count ?? header.count - first, 1, header.count - first);
  const length = slices * rows * columns;
  const data = new Float32Array(count * length);
  for (let i = 0; i < count; i++) {
    const offset = header.headerBytes + (first + i) * (header.headerBytes + 4 * length) + header.headerBytes;
    const stored = { type: "float32", littleEndian: header.littleEndian, offset, count: length } as const;
    data.set(await readNumbers(source, stored, options), i * length);
  }
  const shape = slices === 1 ? [count, rows, columns] : [count, slices, rows, columns];
  return { kind: "spider", name: source.name, header, shape, data };
}
