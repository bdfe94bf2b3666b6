import { valueBytes, valueType } from "./tags.js";

/** A field to be written: values of one type; a text has one value for each letter, and a fraction two. */
export interface TiffField {
  readonly tag: number;
  readonly type: (typeof valueType)[keyof typeof valueType];
  readonly values: readonly number[] | Float64Array;
}

/** A file whose places have 4 bytes, or 8. */
export type TiffSize = "classic" | "big";

const sizes = {
  classic: { count: 2, entry: 12, place: 4, head: 8 },
  big: { count: 8, entry: 20, place: 8, head: 16 },
} as const;

/** The first bytes of a little-endian file. */
export function encodeTiffHeader(size: TiffSize, firstDirectory: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(sizes[size].head));
  view.setUint16(0, 0x4949);
  if (size === "classic") {
    view.setUint16(2, 42, true);
    view.setUint32(4, firstDirectory, true);
  } else {
    view.setUint16(2, 43, true);
    view.setUint16(4, 8, true);
    view.setBigUint64(8, BigInt(firstDirectory), true);
  }
  return new Uint8Array(view.buffer);
}

/** Bytes of {@link encodeDirectory}'s result, always even. */
export function directoryBytes(size: TiffSize, fields: readonly TiffField[]): number {
  const { place } = sizes[size];
  const beside = fields.map(fieldBytes).filter((length) => length > place);
  return ownBytes(size, fields) + beside.reduce((sum, length) => sum + even(length), 0);
}

/** A directory that lies at `at`, with the values that don't fit into it behind it. Fields are in the order of their tags. */
export function encodeDirectory(
  size: TiffSize,
  fields: readonly TiffField[],
  { at, next }: { readonly at: number; readonly next: number },
): Uint8Array {
  const { count: countBytes, entry: entryBytes, place: placeBytes } = sizes[size];
  const view = new DataView(new ArrayBuffer(directoryBytes(size, fields)));
  const setPlace = (from: number, value: number): void => {
    if (size === "big") view.setBigUint64(from, BigInt(value), true);
    else view.setUint32(from, value, true);
  };
  view.setUint16(0, fields.length, true);
  let beside = ownBytes(size, fields);
  for (const [i, field] of fields.entries()) {
    const from = countBytes + i * entryBytes;
    const length = fieldBytes(field);
    view.setUint16(from, field.tag, true);
    view.setUint16(from + 2, field.type, true);
    setPlace(from + 4, length / valueBytes[field.type]!);
    const held = from + 4 + placeBytes;
    if (length <= placeBytes) {
      setValues(view, held, field);
    } else {
      setPlace(held, at + beside);
      setValues(view, beside, field);
      beside += even(length);
    }
  }
  setPlace(countBytes + fields.length * entryBytes, next);
  return new Uint8Array(view.buffer);
}

function setValues(view: DataView, at: number, { type, values }: TiffField): void {
  const size = numberBytes(type);
  for (const [i, value] of values.entries()) {
    const place = at + i * size;
    if (size === 1) view.setUint8(place, value);
    else if (size === 2) view.setUint16(place, value, true);
    else if (size === 4) view.setUint32(place, value, true);
    else view.setBigUint64(place, BigInt(value), true);
  }
}

/** Bytes of one number of a field's values: a fraction is two of 4. */
function numberBytes(type: TiffField["type"]): number {
  return type === valueType.rational ? 4 : valueBytes[type]!;
}

function fieldBytes({ type, values }: TiffField): number {
  return values.length * numberBytes(type);
}

function ownBytes(size: TiffSize, fields: readonly TiffField[]): number {
  const { count, entry, place } = sizes[size];
  return even(count + fields.length * entry + place);
}

function even(length: number): number {
  return length + (length % 2);
}
