import { promisify } from "node:util";
import { deflate } from "node:zlib";
import type { Raster } from "./raster.js";

const compress = promisify(deflate);
const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

/** How pixels are laid down: one byte of grey, one byte into a palette, or three bytes of colour. */
interface Pixels {
  readonly colorType: 0 | 3 | 2;
  readonly bytesPerPixel: 1 | 3;
  readonly data: Uint8Array;
  readonly palette?: Uint8Array;
}

/**
 * Writes a picture as PNG with 8 bits per sample: grey where it has no colour, a palette where it has at most
 * 256 colours, else RGB (ISO/IEC 15948). Compression runs off the calling thread.
 */
export async function encodePng(picture: Raster): Promise<Uint8Array> {
  const pixels = greyPixels(picture) ?? palettePixels(picture) ?? fullPixels(picture);
  const rows = filtered(pixels, picture.width, picture.height);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, picture.width);
  view.setUint32(4, picture.height);
  header.set([8, pixels.colorType, 0, 0, 0], 8);
  const chunks = [chunk("IHDR", header)];
  if (pixels.palette !== undefined) chunks.push(chunk("PLTE", pixels.palette));
  chunks.push(chunk("IDAT", await compress(rows, { level: 6 })), chunk("IEND", new Uint8Array(0)));
  return new Uint8Array(Buffer.concat([signature, ...chunks]));
}

/** The picture as a notebook stores it. */
export async function pngBase64(picture: Raster): Promise<string> {
  return Buffer.from(await encodePng(picture)).toString("base64");
}

function greyPixels({ data, width, height }: Raster): Pixels | undefined {
  const out = new Uint8Array(width * height);
  for (let i = 0; i < out.length; i++) {
    const value = data[3 * i]!;
    if (value !== data[3 * i + 1] || value !== data[3 * i + 2]) return undefined;
    out[i] = value;
  }
  return { colorType: 0, bytesPerPixel: 1, data: out };
}

function palettePixels({ data, width, height }: Raster): Pixels | undefined {
  const places = new Map<number, number>();
  const out = new Uint8Array(width * height);
  for (let i = 0; i < out.length; i++) {
    const color = (data[3 * i]! << 16) | (data[3 * i + 1]! << 8) | data[3 * i + 2]!;
    let place = places.get(color);
    if (place === undefined) {
      if (places.size === 256) return undefined;
      places.set(color, (place = places.size));
    }
    out[i] = place;
  }
  const palette = Uint8Array.from([...places.keys()].flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]));
  return { colorType: 3, bytesPerPixel: 1, data: out, palette };
}

function fullPixels({ data }: Raster): Pixels {
  return { colorType: 2, bytesPerPixel: 3, data };
}

/**
 * Each row with its filter before it: none for a palette, whose numbers have no order; else none, "sub" or "up",
 * whichever leaves the smallest sum of absolute values.
 */
function filtered({ colorType, bytesPerPixel, data }: Pixels, width: number, height: number): Uint8Array {
  const length = width * bytesPerPixel;
  const out = new Uint8Array(height * (length + 1));
  const filters = colorType === 3 ? [0] : [0, 1, 2];
  const row = new Uint8Array(length);
  for (let y = 0; y < height; y++) {
    let best = Number.POSITIVE_INFINITY;
    for (const filter of filters) {
      let sum = 0;
      for (let i = 0; i < length; i++) {
        const at = y * length + i;
        const left = filter === 1 && i >= bytesPerPixel ? data[at - bytesPerPixel]! : 0;
        const up = filter === 2 && y > 0 ? data[at - length]! : 0;
        const value = (data[at]! - left - up) & 255;
        row[i] = value;
        sum += value < 128 ? value : 256 - value;
      }
      if (sum >= best) continue;
      best = sum;
      out[y * (length + 1)] = filter;
      out.set(row, y * (length + 1) + 1);
    }
  }
  return out;
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const out = new Uint8Array(12 + body.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, body.length);
  out.set(Buffer.from(type, "latin1"), 4);
  out.set(body, 8);
  view.setUint32(8 + body.length, crc32(out.subarray(4, 8 + body.length)));
  return out;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 255]!;
  return (crc ^ 0xffffffff) >>> 0;
}
