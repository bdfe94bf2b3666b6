import { statistics } from "../../array/index.js";
import type { Image, ImageStack, Volume } from "../../model/index.js";
import { recordBytes, word } from "./header.js";

/** The bytes of the two files. */
export interface EncodedImagic {
  readonly header: Uint8Array;
  readonly data: Uint8Array;
}

/** The mark of machines whose numbers have their lowest byte first. */
const machine = 0x02020202;

/** The bytes of an IMAGIC pair in single precision, little-endian. The pixel size is lost: the pair has no place for it. */
export function encodeImagic({ kind, data, shape }: Image | ImageStack | Volume): EncodedImagic {
  const [count, rows, columns] = shape.length === 3 ? shape : ([1, ...shape] as const);
  const length = rows * columns;
  const header = new Uint8Array(count * recordBytes);
  const values = new DataView(new ArrayBuffer(4 * data.length));
  for (let i = 0; i < count; i++) {
    const section = data.subarray(i * length, (i + 1) * length);
    const record = new DataView(header.buffer, i * recordBytes, recordBytes);
    const set = (place: number, value: number): void => record.setInt32(4 * (place - 1), value, true);
    set(word.number, i + 1);
    set(word.following, i === 0 ? count - 1 : 0);
    set(word.blocks, 1);
    set(word.bytes, 4 * length);
    set(word.rows, rows);
    set(word.columns, columns);
    header.set(new TextEncoder().encode("REAL"), i * recordBytes + 4 * (word.type - 1));
    set(word.sections, kind === "volume" ? count : 1);
    set(word.objects, kind === "volume" ? 1 : count);
    set(word.machine, machine);
    setStatistics(record, section);
    for (const [at, value] of section.entries()) values.setFloat32(4 * (i * length + at), value, true);
  }
  return { header, data: new Uint8Array(values.buffer) };
}

function setStatistics(record: DataView, section: Float32Array): void {
  const { mean, sd, max, min } = statistics(section);
  const set = (place: number, value: number): void => record.setFloat32(4 * (place - 1), value, true);
  set(word.mean, mean);
  set(word.standardDeviation, sd);
  set(word.max, max);
  set(word.min, min);
}
