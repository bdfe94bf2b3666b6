import { FormatError } from "../../core/index.js";
import { parseFields } from "../npy/index.js";
import type { Field } from "../npy/index.js";
import type { Literal } from "../npy/literal.js";
import { readExactly } from "../source.js";
import type { Source } from "../source.js";

/** A column of a stream: `text` where its numbers are places in the texts at the end. */
export interface StreamField {
  readonly field: Field;
  readonly text: boolean;
  readonly compressed: boolean;
}

/** What stands before the columns of a stream. */
export interface CsdatHeader {
  readonly rowCount: number;
  readonly fields: readonly StreamField[];
  /** Where the first column begins. */
  readonly dataOffset: number;
}

/** Longest header, in bytes: that of a hundred fields has 8 kB. */
const longestHeader = 2 ** 20;
/** Most columns of a table: a field of many values is as many columns. */
const mostColumns = 4096;
/** Bytes of the magic word and of the length that follows it. */
const preambleBytes = 10;

/** Whether a file begins as a data set that cryoSPARC compressed does. */
export function isCsdat(head: Uint8Array): boolean {
  return head[0] === 0x95 && String.fromCharCode(...head.subarray(1, 6)) === "CSDAT";
}

/** Reads the header of a stream. @throws FormatError if it is damaged, or tells of what there is no reader for */
export async function readCsdatHeader(source: Source): Promise<CsdatHeader> {
  const file = source.name;
  const head = await readExactly(source, 0, preambleBytes, "header");
  const length = new DataView(head.buffer, head.byteOffset).getUint32(6, true);
  if (length === 0 || length > longestHeader) {
    const wanted = `1 to ${longestHeader} bytes`;
    throw new FormatError({ file, field: "header length", offset: 6, got: length, wanted });
  }
  const bytes = await readExactly(source, preambleBytes, length, "header");
  return { ...parsed(file, new TextDecoder().decode(bytes)), dataOffset: preambleBytes + length };
}

function parsed(file: string, text: string): Omit<CsdatHeader, "dataOffset"> {
  const fail = (got: string, wanted: string, cause?: unknown): never => {
    throw new FormatError({ file, field: "header", offset: preambleBytes, got, wanted, cause });
  };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    fail(cause instanceof Error ? cause.message : String(cause), "an object in JSON", cause);
  }
  const { length, dtype, compression, compressed_fields: packed } = Object(json) as Record<string, unknown>;
  if (!Number.isSafeInteger(length) || (length as number) < 0)
    fail(`length ${String(length)}`, "a number of rows");
  if (compression !== null && compression !== "lz4")
    fail(`compression ${String(compression)}`, "lz4 or null");
  if (!Array.isArray(packed) || !Array.isArray(dtype)) return fail(text, "dtype and compressed_fields");
  const compressed = new Set<unknown>(packed);
  const descriptions = dtype as readonly (readonly Literal[])[];
  const texts = descriptions.map((entry) => Array.isArray(entry) && entry[1] === "|O");
  const layout = parseFields(
    descriptions.map((entry, i) => (texts[i]! ? [entry[0]!, "<u8", ...entry.slice(2)] : entry)),
  );
  if (layout === undefined) return fail(JSON.stringify(dtype), "fields with a name, a type and a shape");
  const columns = layout.fields.reduce((sum, { shape }) => sum + placesOf(shape), 0);
  if (columns > mostColumns) fail(`${columns} columns`, `at most ${mostColumns}`);
  return {
    rowCount: length as number,
    fields: layout.fields.map((field, i) => ({
      field,
      text: texts[i]!,
      compressed: compressed.has(field.name),
    })),
  };
}

/** How many values a field has in each row. */
export function placesOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
