import { numberReader } from "../number-type.js";
import type { ByteCursor } from "./byte-cursor.js";
import type { DmValue } from "./tags.js";
import type { DmNumberType, ValueLayout } from "./value-layout.js";

/** Longest array of 16-bit words that is taken for text; names and notes are far shorter. */
const longestText = 2 ** 12;

/** Whose value it is, and the order of its bytes. */
export interface ValueContext {
  readonly label: string;
  readonly littleEndian: boolean;
}

/**
 * Reads the value of a tag and steps over it. Arrays are left where they are, but for those of 16-bit words: they are text,
 * unless they are an image's `Data`.
 */
export async function readValue(
  cursor: ByteCursor,
  layout: ValueLayout,
  { label, littleEndian }: ValueContext,
): Promise<DmValue> {
  if (layout.kind === "array") {
    const { element, count, bytes } = layout;
    const isText = element.kind === "number" && element.type === "uint16" && count <= longestText;
    if (isText && label !== "Data") return textOf(await cursor.take(bytes, label), littleEndian);
    const offset = cursor.at;
    cursor.at += bytes;
    return {
      kind: "array",
      type: element.kind === "number" ? element.type : "record",
      count,
      offset,
      bytes,
    };
  }
  if (layout.kind === "record") {
    const values: (number | string)[] = [];
    for (const field of layout.fields) {
      const value = await readValue(cursor, field, { label, littleEndian });
      if (typeof value !== "object") values.push(value);
    }
    return values;
  }
  const view = await cursor.take(Math.min(layout.bytes, 2 * longestText), label);
  cursor.at += layout.bytes - view.byteLength;
  return layout.kind === "text" ? textOf(view, littleEndian) : numberOf(view, layout.type, littleEndian);
}

function numberOf(view: DataView, type: DmNumberType, littleEndian: boolean): number {
  if (type === "int64") return Number(view.getBigInt64(0, littleEndian));
  if (type === "uint64") return Number(view.getBigUint64(0, littleEndian));
  return numberReader(type, littleEndian)(view, 0);
}

function textOf(view: DataView, littleEndian: boolean): string {
  return (littleEndian ? utf16 : utf16HighestFirst).decode(view);
}

const utf16 = new TextDecoder("utf-16le");
const utf16HighestFirst = new TextDecoder("utf-16be");
