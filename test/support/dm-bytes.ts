/** A tag of a file to be made: a group, a list, text, a number, or an array of numbers. */
export type MadeTag =
  | { readonly [label: string]: MadeTag }
  | readonly MadeTag[]
  | string
  | number
  | { readonly code: number; readonly values: readonly (number | bigint)[] };

/** Which of the four kinds of files is made. */
export interface MadeKind {
  readonly version: 3 | 4;
  readonly littleEndian: boolean;
}

type SetNumber = (view: DataView, value: number | bigint, little: boolean) => void;

/** Bytes and writer of each number by its code. */
const numbers: Readonly<Record<number, readonly [bytes: number, set: SetNumber]>> = {
  2: [2, (view, value, little) => view.setInt16(0, Number(value), little)],
  3: [4, (view, value, little) => view.setInt32(0, Number(value), little)],
  4: [2, (view, value, little) => view.setUint16(0, Number(value), little)],
  5: [4, (view, value, little) => view.setUint32(0, Number(value), little)],
  6: [4, (view, value, little) => view.setFloat32(0, Number(value), little)],
  7: [8, (view, value, little) => view.setFloat64(0, Number(value), little)],
  8: [1, (view, value) => view.setUint8(0, Number(value))],
  9: [1, (view, value) => view.setInt8(0, Number(value))],
  10: [1, (view, value) => view.setUint8(0, Number(value))],
  11: [8, (view, value, little) => view.setBigInt64(0, BigInt(value), little)],
  12: [8, (view, value, little) => view.setBigUint64(0, BigInt(value), little)],
};

/** The bytes of a file of Digital Micrograph with these tags. */
export function dmBytes(root: { readonly [label: string]: MadeTag }, kind: MadeKind): Uint8Array {
  const body = group(root, kind);
  const order = big(4, kind.littleEndian ? 1 : 0);
  return bytesOf([big(4, kind.version), count(body.length, kind), order, body, new Uint8Array(8)]);
}

/** Tags of a file with one image, or one behind a small view. */
export function imageTags(
  code: number,
  dataType: number,
  sides: readonly number[],
  values: readonly number[],
  { scale = 0.25, unit = "nm" }: { readonly scale?: number; readonly unit?: string } = {},
): MadeTag {
  return {
    ImageData: {
      Calibrations: {
        Dimension: sides.map(() => ({ Origin: 0, Scale: { code: 6, values: [scale] }, Units: unit })),
      },
      Data: { code: -code, values },
      DataType: dataType,
      Dimensions: [...sides],
    },
  };
}

function group(tags: { readonly [label: string]: MadeTag } | readonly MadeTag[], kind: MadeKind): Uint8Array {
  const entries: (readonly [string, MadeTag])[] = Array.isArray(tags)
    ? tags.map((tag: MadeTag) => ["", tag] as const)
    : Object.entries(tags);
  return bytesOf([
    Uint8Array.of(1, 0),
    count(entries.length, kind),
    ...entries.map((entry) => tag(entry, kind)),
  ]);
}

function tag([label, made]: readonly [string, MadeTag], kind: MadeKind): Uint8Array {
  const isGroup = typeof made === "object" && !("code" in made && "values" in made);
  const body = isGroup ? group(made as Parameters<typeof group>[0], kind) : value(made as never, kind);
  const name = new TextEncoder().encode(label);
  const length = kind.version === 4 ? count(body.length, kind) : new Uint8Array();
  return bytesOf([Uint8Array.of(isGroup ? 20 : 21), big(2, name.length), name, length, body]);
}

/** Whole numbers are of 4 bytes; a code below 0 makes an array, one of several values without that a record. */
function value(
  made: string | number | { readonly code: number; readonly values: readonly (number | bigint)[] },
  kind: MadeKind,
): Uint8Array {
  if (typeof made === "number") return value({ code: 3, values: [made] }, kind);
  if (typeof made === "string") {
    return value({ code: -4, values: Array.from(made, (letter) => letter.charCodeAt(0)) }, kind);
  }
  const { values } = made;
  const code = Math.abs(made.code);
  const codes =
    made.code < 0
      ? [20, code, values.length]
      : values.length === 1
        ? [code]
        : [15, 0, values.length, ...values.flatMap(() => [0, code])];
  const data = values.map((number) => stored(code, number, kind.littleEndian));
  const mark = new TextEncoder().encode("%%%%");
  return bytesOf([mark, count(codes.length, kind), ...codes.map((each) => count(each, kind)), ...data]);
}

function stored(code: number, number: number | bigint, littleEndian: boolean): Uint8Array {
  const [bytes, set] = numbers[code]!;
  const view = new DataView(new ArrayBuffer(bytes));
  set(view, number, littleEndian);
  return new Uint8Array(view.buffer);
}

function count(number: number, { version }: MadeKind): Uint8Array {
  return big(version === 3 ? 4 : 8, number);
}

function big(bytes: number, number: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigInt64(0, BigInt(number));
  return new Uint8Array(view.buffer, 8 - bytes);
}

function bytesOf(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((at, piece) => (whole.set(piece, at), at + piece.length), 0);
  return whole;
}
