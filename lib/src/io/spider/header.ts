import { FormatError } from "../../core/index.js";
import { readExactly } from "../source.js";
import type { Source } from "../source.js";

/** What the words at the beginning of a SPIDER file say. */
export interface SpiderHeader {
  readonly littleEndian: boolean;
  /** `"stack"`: images behind one another, each with a header of its own. */
  readonly content: "image" | "volume" | "stack";
  readonly shape: readonly [slices: number, rows: number, columns: number];
  /** Images of a stack; 1 for others. */
  readonly count: number;
  readonly headerBytes: number;
  /** Å per pixel, where the file says it. */
  readonly pixelSizeA?: number;
}

/** Words of the header, counted from 1 as SPIDER's manual counts them. */
const word = {
  slices: 1,
  rows: 2,
  form: 5,
  columns: 12,
  headerBytes: 22,
  isStack: 24,
  lastImage: 26,
  pixelSize: 38,
} as const;

/** Words that a header has at least. */
const leastBytes = 1024;
/** Largest side that is believed: in the wrong byte order sides are tiny fractions or enormous. */
const largestSide = 2 ** 20;

/** The numbers of a header in one byte order, or nothing where they make no sense. */
function parsed(head: DataView, littleEndian: boolean): SpiderHeader | undefined {
  const at = (place: number): number => head.getFloat32(4 * (place - 1), littleEndian);
  const sides = [Math.abs(at(word.slices)), at(word.rows), at(word.columns)];
  if (!sides.every((side) => Number.isInteger(side) && side >= 1 && side <= largestSide)) return undefined;
  const form = at(word.form);
  if (form !== 1 && form !== 3) return undefined;
  const [slices, rows, columns] = sides as [number, number, number];
  const headerBytes = Math.ceil(leastBytes / (4 * columns)) * 4 * columns;
  if (at(word.headerBytes) !== 0 && at(word.headerBytes) !== headerBytes) return undefined;
  const isStack = at(word.isStack) > 0;
  const count = isStack ? at(word.lastImage) : 1;
  if (!Number.isInteger(count) || count < 1) return undefined;
  const pixelSizeA = at(word.pixelSize);
  return {
    littleEndian,
    content: isStack ? "stack" : slices > 1 || form === 3 ? "volume" : "image",
    shape: [slices, rows, columns],
    count,
    headerBytes,
    ...(pixelSizeA > 0 && Number.isFinite(pixelSizeA) && { pixelSizeA }),
  };
}

/** The header of a SPIDER file, or nothing where its first bytes are none. SPIDER has no mark: it is what makes sense as one. */
export function spiderHeader(head: Uint8Array): SpiderHeader | undefined {
  if (head.length < leastBytes) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return parsed(view, true) ?? parsed(view, false);
}

/** Reads the header of a SPIDER file, and checks that the file is as long as it says. @throws FormatError if it is none, or damaged */
export async function readSpiderHeader(source: Source): Promise<SpiderHeader> {
  const file = source.name;
  const header = spiderHeader(await readExactly(source, 0, Math.min(leastBytes, source.size), "header"));
  if (header === undefined) {
    throw new FormatError({
      file,
      field: "header",
      offset: 0,
      got: "words that are no sizes and no form in either byte order",
      wanted: "a SPIDER image, volume or stack",
    });
  }
  const [slices, rows, columns] = header.shape;
  const each = 4 * slices * rows * columns;
  const wanted =
    header.headerBytes + (header.content === "stack" ? header.count * (header.headerBytes + each) : each);
  if (source.size < wanted) {
    throw new FormatError({
      file,
      field: "data",
      offset: header.headerBytes,
      got: `a file of ${source.size} bytes`,
      wanted: `${wanted}: ${header.count} x [${header.shape.join(", ")}]`,
      hint: "the file is cut off",
    });
  }
  return header;
}
