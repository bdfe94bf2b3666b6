import { FormatError } from "../../core/index.js";
import type { NumberType } from "../number-type.js";
import { bytesOf } from "../number-type.js";
import { readExactly } from "../source.js";
import type { Source } from "../source.js";

/** What the first record of an IMAGIC header file says. */
export interface ImagicHeader {
  readonly littleEndian: boolean;
  readonly type: NumberType;
  /** Images, or sections of all volumes. */
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
  /** Sections of one volume; 1 of images. */
  readonly sections: number;
}

/** Bytes of one header record; an image may have several. */
export const recordBytes = 1024;

/** Words of a record, counted from 1 as IMAGIC's manual counts them. */
export const word = {
  number: 1,
  following: 2,
  blocks: 4,
  bytes: 11,
  rows: 13,
  columns: 14,
  type: 15,
  mean: 18,
  standardDeviation: 19,
  max: 22,
  min: 23,
  sections: 61,
  objects: 62,
  machine: 69,
} as const;

const types: Readonly<Record<string, NumberType>> = {
  REAL: "float32",
  INTG: "int16",
  LONG: "int32",
  PACK: "uint8",
};

/** What machines write of themselves, the same in both orders of bytes. Others leave the words behind the first sixty to chance. */
const machines: readonly number[] = [0x02020202, 0x04040404];
const largestSide = 2 ** 20;

/** The header in the first record of an IMAGIC file, or nothing where the bytes are none: it has no mark, it is what makes sense as one. */
export function imagicHeader(head: Uint8Array): ImagicHeader | undefined {
  if (head.length < recordBytes) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return parsed(view, true) ?? parsed(view, false);
}

function parsed(head: DataView, littleEndian: boolean): ImagicHeader | undefined {
  const at = (place: number): number => head.getInt32(4 * (place - 1), littleEndian);
  const type = types[typeIn(head)];
  const [rows, columns, following] = [at(word.rows), at(word.columns), at(word.following)];
  const isSide = (side: number): boolean => side >= 1 && side <= largestSide;
  if (type === undefined || !isSide(rows) || !isSide(columns)) return undefined;
  if (at(word.number) !== 1 || following < 0) return undefined;
  const count = following + 1;
  const said = machines.includes(at(word.machine)) ? at(word.sections) : 1;
  const sections = said >= 1 && count % said === 0 ? said : 1;
  return { littleEndian, type, count, rows, columns, sections };
}

/** The four letters of the type; they are the same in both orders of bytes. */
function typeIn(head: DataView): string {
  return String.fromCharCode(...new Uint8Array(head.buffer, head.byteOffset + 4 * (word.type - 1), 4));
}

/**
 * Reads the header of an IMAGIC pair, and checks that both files are as long as it says.
 *
 * @throws FormatError if the first file is no header, or one of the two is cut off
 */
export async function readImagicHeader(header: Source, data: Source): Promise<ImagicHeader> {
  const head = await readExactly(header, 0, Math.min(recordBytes, header.size), "header");
  const found = imagicHeader(head);
  if (found === undefined) {
    throw new FormatError({
      file: header.name,
      field: "header",
      offset: 0,
      got: "words that are no sides and no type of real numbers, in either order of bytes",
      wanted: "an IMAGIC header of REAL, INTG, LONG or PACK images",
    });
  }
  const { type, count, rows, columns } = found;
  requireSize(header, "records", count * recordBytes, `${count} images`);
  requireSize(
    data,
    "data",
    count * rows * columns * bytesOf[type],
    `${count} x [${rows}, ${columns}] of ${type}`,
  );
  return found;
}

function requireSize({ name, size }: Source, field: string, wanted: number, what: string): void {
  if (size >= wanted) return;
  throw new FormatError({
    file: name,
    field,
    offset: size,
    got: `a file of ${size} bytes`,
    wanted: `${wanted}, for ${what}`,
    hint: "the file is cut off",
  });
}
