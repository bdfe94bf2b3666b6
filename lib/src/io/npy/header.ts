import { FormatError } from "../../core/index.js";
import { readExactly } from "../source.js";
import type { Source } from "../source.js";
import { shapeOf } from "./dtype.js";
import { parseLiteral } from "./literal.js";
import type { Literal } from "./literal.js";

/** What stands before the values of an array that numpy wrote. */
export interface NpyHeader {
  /** What one element is: a word such as `<f4`, or a list of fields. */
  readonly description: Literal;
  /** Whether the first index runs fastest. */
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** Where the values begin. */
  readonly dataOffset: number;
}

/** Longest header, in bytes: cryoSPARC's with a hundred fields has 4 kB. */
const longestHeader = 2 ** 20;

/** Whether a file begins as one of numpy's does. */
export function isNpy(head: Uint8Array): boolean {
  return head[0] === 0x93 && String.fromCharCode(...head.subarray(1, 6)) === "NUMPY";
}

/** Reads the header of one of numpy's files, versions 1 to 3. @throws FormatError if it is none, or is damaged */
export async function readNpyHeader(source: Source): Promise<NpyHeader> {
  const file = source.name;
  const head = await source.read(0, 12);
  if (!isNpy(head)) {
    throw new FormatError({ file, field: "magic", offset: 0, got: "other bytes", wanted: "\\x93NUMPY" });
  }
  const version = head[6]!;
  if (version < 1 || version > 3) {
    throw new FormatError({ file, field: "version", offset: 6, got: version, wanted: "1, 2 or 3" });
  }
  const begin = version === 1 ? 10 : 12;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const length = head.length < begin ? 0 : version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length === 0 || length > longestHeader) {
    throw new FormatError({
      file,
      field: "header length",
      offset: 8,
      got: length,
      wanted: `1 to ${longestHeader} bytes`,
    });
  }
  const bytes = await readExactly(source, begin, length, "header");
  return {
    ...parsed(file, new TextDecoder(version === 3 ? "utf-8" : "latin1").decode(bytes)),
    dataOffset: begin + length,
  };
}

function parsed(file: string, text: string): Omit<NpyHeader, "dataOffset"> {
  let literal: Literal;
  try {
    literal = parseLiteral(text);
  } catch (cause) {
    const got = cause instanceof Error ? cause.message : String(cause);
    throw new FormatError({
      file,
      field: "header",
      offset: 10,
      got,
      wanted: "a dictionary of Python",
      cause,
    });
  }
  const { descr, fortran_order: fortranOrder, shape } = literal as Record<string, Literal>;
  const sizes = shape === undefined ? undefined : shapeOf(shape);
  if (descr === undefined || typeof fortranOrder !== "boolean" || sizes === undefined) {
    throw new FormatError({
      file,
      field: "header",
      offset: 10,
      got: text.trim(),
      wanted: "descr, fortran_order and shape",
    });
  }
  return { description: descr, fortranOrder, shape: sizes };
}
