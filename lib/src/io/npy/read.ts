import { FormatError } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import { openSource } from "../open-source.js";
import { readNumbers } from "../read-numbers.js";
import type { SourceInput } from "../source.js";
import { parseDtype } from "./dtype.js";
import { readNpyHeader } from "./header.js";
import { numberType } from "./number-reader.js";

/** An array of numpy's, in single precision, its last index fastest. */
export interface NpyFile {
  readonly kind: "npy";
  /** What the user calls it. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/**
 * Reads an array of numbers that numpy wrote, versions 1 to 3, of any type up to double precision and either order of indices.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is damaged, or holds something else than numbers
 */
export async function readNpy(input: SourceInput, options: TaskOptions = {}): Promise<NpyFile> {
  const source = await openSource(input, options);
  try {
    const { description, fortranOrder, shape, dataOffset } = await readNpyHeader(source);
    const dtype = typeof description === "string" ? parseDtype(description) : undefined;
    const type = dtype && numberType(dtype);
    if (dtype === undefined || type === undefined) {
      throw new FormatError({
        file: source.name,
        field: "descr",
        got: JSON.stringify(description),
        wanted: "numbers of at most 32 bits, or in half, single or double precision",
      });
    }
    const count = shape.reduce((product, size) => product * size, 1);
    const stored = { type, littleEndian: dtype.littleEndian, offset: dataOffset, count };
    const data = await readNumbers(source, stored, options);
    const inOrder = !fortranOrder || shape.length < 2;
    return { kind: "npy", name: source.name, shape, data: inOrder ? data : lastFastest(data, shape) };
  } finally {
    await source.close();
  }
}

/** Values whose first index runs fastest, with the last one fastest instead. */
function lastFastest(data: Float32Array, shape: readonly number[]): Float32Array {
  const out = new Float32Array(data.length);
  const place = shape.map(() => 0);
  for (let from = 0; from < data.length; from++) {
    let to = 0;
    for (const [axis, size] of shape.entries()) to = to * size + place[axis]!;
    out[to] = data[from]!;
    for (let axis = 0; ++place[axis]! === shape[axis]; axis++) place[axis] = 0;
  }
  return out;
}
