import { inflateSync } from "node:zlib";

/** A picture read back: red, green and blue of each pixel. */
export interface DecodedPng {
  readonly width: number;
  readonly height: number;
  readonly colorType: number;
  /** Colour of a pixel. */
  at(x: number, y: number): readonly [number, number, number];
}

/** Reads 8-bit grey, palette and RGB files, all five filters, and checks every chunk's sum. */
export function decodePng(file: Uint8Array): DecodedPng {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a)
    throw new Error("no PNG signature");
  const chunks = new Map<string, Uint8Array>();
  for (let at = 8; at < file.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (view.getUint32(at + 8 + length) !== crc(file.subarray(at + 4, at + 8 + length)))
      throw new Error(`${type}: wrong sum`);
    chunks.set(type, file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  if (!chunks.has("IEND")) throw new Error("no end");
  const header = chunks.get("IHDR")!;
  const sizes = new DataView(header.buffer, header.byteOffset);
  const [width, height, colorType] = [sizes.getUint32(0), sizes.getUint32(4), header[9]!];
  const bytes = colorType === 2 ? 3 : 1;
  const rows = unfiltered(inflateSync(chunks.get("IDAT")!), width * bytes, height, bytes);
  const palette = chunks.get("PLTE");
  return {
    width,
    height,
    colorType,
    at(x, y) {
      const from = (y * width + x) * bytes;
      if (colorType === 2) return [rows[from]!, rows[from + 1]!, rows[from + 2]!];
      const value = rows[from]!;
      if (colorType === 0) return [value, value, value];
      return [palette![3 * value]!, palette![3 * value + 1]!, palette![3 * value + 2]!];
    },
  };
}

function unfiltered(data: Uint8Array, length: number, height: number, bytes: number): Uint8Array {
  if (data.length !== height * (length + 1)) throw new Error(`${data.length} bytes for ${height} rows`);
  const out = new Uint8Array(height * length);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (length + 1)]!;
    for (let i = 0; i < length; i++) {
      const left = i >= bytes ? out[y * length + i - bytes]! : 0;
      const up = y > 0 ? out[(y - 1) * length + i]! : 0;
      const corner = y > 0 && i >= bytes ? out[(y - 1) * length + i - bytes]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      if (guess === undefined) throw new Error(`filter ${filter}`);
      out[y * length + i] = data[y * (length + 1) + 1 + i]! + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  return a! <= b! && a! <= c! ? left : b! <= c! ? up : corner;
}

/** CRC-32 bit by bit: slow, and not the way the writer does it. */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}
