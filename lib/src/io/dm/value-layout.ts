import type { NumberType } from "../number-type.js";
import { bytesOf } from "../number-type.js";

/** Numbers that tags hold. */
export type DmNumberType = NumberType | "int64" | "uint64";

/** How the value of a tag lies in the file. */
export type ValueLayout =
  | { readonly kind: "number"; readonly type: DmNumberType; readonly bytes: number }
  | { readonly kind: "text"; readonly bytes: number }
  | { readonly kind: "record"; readonly fields: readonly ValueLayout[]; readonly bytes: number }
  | {
      readonly kind: "array";
      readonly element: ValueLayout;
      readonly count: number;
      readonly bytes: number;
    };

/** Codes of numbers; 8 is a truth value, 9 and 10 are single bytes. */
const numberTypes: ReadonlyMap<number, DmNumberType> = new Map<number, DmNumberType>([
  [2, "int16"],
  [3, "int32"],
  [4, "uint16"],
  [5, "uint32"],
  [6, "float32"],
  [7, "float64"],
  [8, "uint8"],
  [9, "int8"],
  [10, "uint8"],
  [11, "int64"],
  [12, "uint64"],
]);

const [recordCode, textCode, arrayCode] = [15, 18, 20] as const;

/**
 * The layout that a list of codes describes, or nothing where it has no meaning: one code for a number; 18 and a length for
 * text; 15, the length of a name, the number of fields and for each field the length of a name and its codes; 20, the codes
 * of an element and their number for an array.
 */
export function valueLayout(codes: readonly number[]): ValueLayout | undefined {
  let at = 0;

  function next(): number {
    return codes[at++] ?? Number.NaN;
  }

  function layout(): ValueLayout | undefined {
    const code = next();
    if (code === recordCode) return record();
    if (code === arrayCode) return array();
    if (code === textCode) {
      const bytes = next();
      return bytes >= 0 ? { kind: "text", bytes } : undefined;
    }
    const type = numberTypes.get(code);
    return type && { kind: "number", type, bytes: bytesOfNumber(type) };
  }

  function record(): ValueLayout | undefined {
    const nameLength = next();
    const count = next();
    if (nameLength !== 0 || !(count >= 0 && count <= codes.length)) return undefined;
    const fields: ValueLayout[] = [];
    for (let i = 0; i < count; i++) {
      const field = next() === 0 ? layout() : undefined;
      if (field === undefined) return undefined;
      fields.push(field);
    }
    return { kind: "record", fields, bytes: fields.reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  function array(): ValueLayout | undefined {
    const element = layout();
    const count = next();
    if (element === undefined || !(count >= 0)) return undefined;
    return { kind: "array", element, count, bytes: count * element.bytes };
  }

  const whole = layout();
  return at === codes.length ? whole : undefined;
}

/** Bytes of one number. */
export function bytesOfNumber(type: DmNumberType): number {
  return type === "int64" || type === "uint64" ? 8 : bytesOf[type];
}
