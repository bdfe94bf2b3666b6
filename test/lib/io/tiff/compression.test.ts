import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeLzw } from "../../../../lib/src/io/tiff/encode-lzw.js";
import { decodeLzw } from "../../../../lib/src/io/tiff/lzw.js";
import { decodePackBits } from "../../../../lib/src/io/tiff/pack-bits.js";

function unpacked(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  expect(decodeLzw(packed, out)).toBe(length);
  return out;
}

test("LZW gives back any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.constantFrom(1, 3, 255), (bytes, mask) => {
      const masked = bytes.map((byte) => byte & mask);
      expect(unpacked(encodeLzw(masked), masked.length)).toEqual(masked);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test.each([255, 15, 1, 0])(
  "LZW gives back bytes that fill the table many times over, of %i and less",
  (mask) => {
    let state = 1;
    const bytes = Uint8Array.from({ length: 100_003 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state >>> 24) & mask;
    });
    expect(unpacked(encodeLzw(bytes), bytes.length)).toEqual(bytes);
  },
);

/** LZW of before TIFF 6.0: the lowest bit of a code first, codes lengthened when all of a length are used. */
function encodeOldLzw(bytes: Uint8Array): Uint8Array {
  const bits: number[] = [];
  let [width, next] = [9, 258];
  let strings = new Map<string, number>();
  const put = (code: number): void => {
    for (let bit = 0; bit < width; bit++) bits.push((code >> bit) & 1);
  };
  const codeOf = (string: string): number =>
    string.length === 1 ? string.charCodeAt(0) : strings.get(string)!;
  put(256);
  let string = "";
  for (const byte of bytes) {
    const longer = string + String.fromCharCode(byte);
    if (longer.length === 1 || strings.has(longer)) {
      string = longer;
      continue;
    }
    put(codeOf(string));
    strings.set(longer, next++);
    if (next === (1 << width) + 1) width += 1;
    if (next === 4095) {
      put(256);
      [width, next, strings] = [9, 258, new Map()];
    }
    string = String.fromCharCode(byte);
  }
  put(codeOf(string));
  const out = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [i, bit] of bits.entries()) out[i >> 3]! |= bit << (i & 7);
  return out;
}

test("LZW of old files is known by its first bytes", () => {
  const bytes = Uint8Array.from({ length: 20_011 }, (_, i) => (i * i + (i >> 3)) % 23);
  const packed = encodeOldLzw(bytes);
  expect([packed[0], packed[1]! & 1]).toEqual([0, 1]);
  expect(unpacked(packed, bytes.length)).toEqual(bytes);
});

test("what is not LZW ends with a word for it, and never writes beyond its room", () => {
  const beyond = Uint8Array.of(0x80, 0x3f, 0xff, 0xff);
  expect(decodeLzw(beyond, new Uint8Array(10))).toMatchObject({ got: "code 511 where 258 is the last" });
  expect(decodeLzw(new Uint8Array(0), new Uint8Array(10))).toBe(0);
  const room = new Uint8Array(12);
  expect(decodeLzw(encodeLzw(new Uint8Array(100).fill(9)), room.subarray(0, 10))).toBe(10);
  expect([...room.subarray(8)]).toEqual([9, 9, 0, 0]);
});

test("PackBits: runs, bytes as they are, and the head that means nothing", () => {
  const packed = Uint8Array.of(0xfe, 0xaa, 0x02, 0x80, 0x00, 0x2a, 0x80, 0xfd, 0xbb);
  const out = new Uint8Array(10);
  expect(decodePackBits(packed, out)).toBe(10);
  expect([...out]).toEqual([0xaa, 0xaa, 0xaa, 0x80, 0, 0x2a, 0xbb, 0xbb, 0xbb, 0xbb]);
  expect(decodePackBits(packed, new Uint8Array(4))).toBe(4);
  expect(decodePackBits(packed.subarray(0, 4), new Uint8Array(10))).toBe(4);
  expect(decodePackBits(Uint8Array.of(0xfe), new Uint8Array(10))).toBe(0);
});
