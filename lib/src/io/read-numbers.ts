import { FormatError, startTask } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import { bytesOf, numberReader } from "./number-type.js";
import type { NumberType } from "./number-type.js";
import { allocated, readExactly } from "./source.js";
import type { Source } from "./source.js";

/** Bytes read at a time: some 10 ms of decoding. */
const blockBytes = 2 ** 22;

/** Numbers that lie one behind the other in a file. */
export interface StoredNumbers {
  readonly type: NumberType;
  readonly littleEndian: boolean;
  /** Where the first one begins. */
  readonly offset: number;
  readonly count: number;
}

/**
 * Reads stored numbers as single precision, block by block; room is made for them only when the file is known to hold them.
 *
 * @throws FormatError if the file ends before the last of them
 */
export async function readNumbers(
  source: Source,
  { type, littleEndian, offset, count }: StoredNumbers,
  options: TaskOptions = {},
): Promise<Float32Array> {
  const task = startTask(options);
  const size = bytesOf[type];
  if (!(offset >= 0 && offset + count * size <= source.size)) {
    throw new FormatError({
      file: source.name,
      field: "data",
      offset,
      got: `${Math.max(0, source.size - offset)} bytes`,
      wanted: `${count * size}: ${count} numbers of ${size}`,
      hint: "the file is cut off, or its header is wrong",
    });
  }
  const values = allocated(source.name, 4 * count, () => new Float32Array(count));
  const read = numberReader(type, littleEndian);
  const atOnce = blockBytes / size;
  for (let first = 0; first < count; first += atOnce) {
    const block = Math.min(atOnce, count - first);
    const bytes = await readExactly(source, offset + first * size, block * size, "data");
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let i = 0; i < block; i++) values[first + i] = read(view, i * size);
    task.report({ stage: "read", done: first + block, total: count });
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
  return values;
}
