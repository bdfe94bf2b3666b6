import { FormatError } from "../../core/index.js";
import type { NumberType } from "../number-type.js";
import { bytesOf } from "../number-type.js";
import type { Source } from "../source.js";

/** What the first 512 bytes of an EM file say. */
export interface EmHeader {
  readonly littleEndian: boolean;
  readonly type: NumberType;
  readonly shape: readonly [nz: number, ny: number, nx: number];
}

/** Bytes before the values. */
export const emHeaderBytes = 512;

/** Machines by their number: those with the highest byte first. */
const bigEndianMachines: readonly number[] = [0, 3, 5];
const machines: readonly number[] = [...bigEndianMachines, 1, 2, 4, 6];
const types: Readonly<Record<number, NumberType>> = {
  1: "int8",
  2: "int16",
  4: "int32",
  5: "float32",
  9: "float64",
};
const largestSide = 2 ** 24;

/** The header of an EM file, or nothing where its first bytes are none: a machine, a type, and sides that make sense. */
export function emHeader(head: Uint8Array): EmHeader | undefined {
  if (head.length < emHeaderBytes || !machines.includes(head[0]!)) return undefined;
  const type = types[head[3]!];
  const littleEndian = !bigEndianMachines.includes(head[0]!);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [nx, ny, nz] = [4, 8, 12].map((at) => view.getInt32(at, littleEndian)) as [number, number, number];
  const believable = [nx, ny, nz].every((side) => side >= 1 && side <= largestSide);
  return type === undefined || !believable ? undefined : { littleEndian, type, shape: [nz, ny, nx] };
}

/** Reads the header of an EM file, and checks that the file is as long as it says. @throws FormatError if it is none, or damaged */
export async function readEmHeader(source: Source): Promise<EmHeader> {
  const header = emHeader(await source.read(0, emHeaderBytes));
  if (header === undefined) {
    throw new FormatError({
      file: source.name,
      field: "header",
      offset: 0,
      got: "bytes that name no machine, type and sides",
      wanted: "a file in EM format",
    });
  }
  const [nz, ny, nx] = header.shape;
  const wanted = emHeaderBytes + nz * ny * nx * bytesOf[header.type];
  if (source.size < wanted) {
    throw new FormatError({
      file: source.name,
      field: "data",
      offset: emHeaderBytes,
      got: `a file of ${source.size} bytes`,
      wanted: `${wanted}, for [${header.shape.join(", ")}] of ${header.type}`,
      hint: "the file is cut off",
    });
  }
  return header;
}
