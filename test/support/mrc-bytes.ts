/** What a test wants in an MRC file; everything else is as the standard says. */
export interface MrcParts {
  readonly size?: readonly [nx: number, ny: number, nz: number];
  readonly mode?: number;
  readonly littleEndian?: boolean;
  /** Words by byte offset, written last. */
  readonly ints?: Readonly<Record<number, number>>;
  readonly floats?: Readonly<Record<number, number>>;
  readonly text?: Readonly<Record<number, string>>;
  readonly extended?: Uint8Array;
  /** Bytes of the values; default zeros, as many as the header says. */
  readonly data?: Uint8Array;
}

const bitsOf: Readonly<Record<number, number>> = { 0: 8, 1: 16, 2: 32, 4: 64, 6: 16, 12: 16, 101: 4 };

/** An MRC file put together byte by byte, without the code under test. */
export function mrcBytes(parts: MrcParts = {}): Uint8Array {
  const { size = [4, 3, 2], mode = 2, littleEndian = true, extended = new Uint8Array(0) } = parts;
  const [nx, ny, nz] = size;
  const data = parts.data ?? new Uint8Array(Math.ceil((nx * (bitsOf[mode] ?? 32)) / 8) * ny * nz);
  const out = new Uint8Array(1024 + extended.length + data.length);
  const view = new DataView(out.buffer);
  const ints: Record<number, number> = {
    ...{
      0: nx,
      4: ny,
      8: nz,
      12: mode,
      28: nx,
      32: ny,
      36: nz,
      64: 1,
      68: 2,
      72: 3,
      88: 1,
      92: extended.length,
    },
    ...{ 108: 20140, 220: 0 },
  };
  const floats: Record<number, number> = { 40: 1.5 * nx, 44: 1.5 * ny, 48: 1.5 * nz, 52: 90, 56: 90, 60: 90 };
  for (const [at, value] of Object.entries(ints)) view.setInt32(Number(at), value, littleEndian);
  for (const [at, value] of Object.entries(floats)) view.setFloat32(Number(at), value, littleEndian);
  const text = { 208: "MAP ", ...parts.text };
  out.set(littleEndian ? [0x44, 0x44] : [0x11, 0x11], 212);
  for (const [at, value] of Object.entries(parts.ints ?? {})) view.setInt32(Number(at), value, littleEndian);
  for (const [at, value] of Object.entries(parts.floats ?? {}))
    view.setFloat32(Number(at), value, littleEndian);
  for (const [at, value] of Object.entries(text)) out.set(new TextEncoder().encode(value), Number(at));
  out.set(extended, 1024);
  out.set(data, 1024 + extended.length);
  return out;
}

/** Float32 values as bytes of the given order. */
export function floatBytes(values: readonly number[], littleEndian: boolean = true): Uint8Array {
  const out = new Uint8Array(4 * values.length);
  values.forEach((value, i) => new DataView(out.buffer).setFloat32(4 * i, value, littleEndian));
  return out;
}

/** 0, 1, 2, ... as float32 bytes. */
export const ramp = (count: number, littleEndian: boolean = true): Uint8Array =>
  floatBytes(
    Array.from({ length: count }, (_, i) => i),
    littleEndian,
  );

/** The same bytes as a view that starts in the middle of its buffer. */
export function inTheMiddle(bytes: Uint8Array): Uint8Array {
  const buffer = new Uint8Array(bytes.length + 26).fill(0xa5);
  buffer.set(bytes, 13);
  return buffer.subarray(13, 13 + bytes.length);
}
