import { expect, test } from "vitest";
import { FormatError } from "vitrine";
import { readTiff } from "../../../../lib/src/io/tiff/index.js";
import { tiffBytes } from "../../../support/tiff-bytes.js";

/** Changes bytes of a file, little-endian, 4 at a time. */
function withWord(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = bytes.slice();
  new DataView(changed.buffer).setUint32(at, value, true);
  return changed;
}

const plain = tiffBytes();
const cases: readonly (readonly [name: string, bytes: Uint8Array, says: string])[] = [
  ["nothing", new Uint8Array(0), "header: got bytes that are not II or MM"],
  ["half a header", plain.subarray(0, 6), "header: got 6 bytes at 0, wanted 8 bytes"],
  ["a header alone", plain.subarray(0, 8), "place of a directory: got 8"],
  ["a directory behind the end", withWord(plain, 4, 1e6), "place of a directory: got 1000000"],
  ["a directory in the header", withWord(plain, 4, 2), "place of a directory: got 2"],
  ["no page", withWord(plain, 4, 0), "chain of directories: got no page"],
  [
    "a directory that is its own next",
    tiffBytes({}, undefined, { next: 8 }),
    "a directory that was there before",
  ],
  ["a directory cut off", plain.subarray(0, 40), "directory: got 8 fields in 32 bytes"],
  ["a strip cut off", plain.subarray(0, plain.length - 1), "strip or tile 0: got 6 bytes at"],
  ["a strip behind the end", tiffBytes({ stripOffsets: [9999] }), "strip or tile 0: got 6 bytes at 9999"],
  [
    "a strip that is longer than the file",
    tiffBytes({ stripByteCounts: [2 ** 31] }),
    "strip or tile 0: got 2147483648",
  ],
  ["an empty strip", tiffBytes({ stripByteCounts: [0] }), "strip or tile 0: got 0 bytes"],
  ["a strip that is too short", tiffBytes({ stripByteCounts: [5] }), "expanded size: got 6 bytes in 5"],
  [
    "too few strips",
    tiffBytes({ rowsPerStrip: [1] }),
    "strips or tiles: got 1 places, 1 lengths, wanted 2 of each",
  ],
  ["no strips", tiffBytes({ stripOffsets: [] }), "strips: got a page that does not say where its values are"],
  [
    "lengths without a number",
    tiffBytes({ compression: [5], stripByteCounts: [] }),
    "got 1 places, 0 lengths",
  ],
  [
    "strips that overlap",
    tiffBytes({
      height: [40],
      rowsPerStrip: [1],
      stripOffsets: Array(40).fill(8),
      stripByteCounts: Array(40).fill(300),
    }),
    "strips or tiles that overlap",
  ],
  ["no width", tiffBytes({ width: [] }), "width: got 0"],
  ["a height of nothing", tiffBytes({ height: [0] }), "height: got 0"],
  [
    "sides whose product overflows",
    tiffBytes({ width: [2 ** 31 - 1], height: [2 ** 31 - 1] }),
    "width: got 2147483647",
  ],
  [
    "sides that the file can't hold",
    tiffBytes({ width: [2 ** 20], height: [2 ** 20], rowsPerStrip: [2 ** 20] }),
    "expanded size: got 1099511627776 bytes in 6",
  ],
  [
    "a bomb",
    tiffBytes({ width: [2 ** 20], height: [2 ** 20], rowsPerStrip: [2 ** 20], compression: [5] }),
    "pass { maxExpandedBytes }",
  ],
  [
    "a tile that the file can't hold",
    tiffBytes({
      compression: [8],
      tileWidth: [2 ** 24],
      tileHeight: [2 ** 24],
      stripOffsets: [],
      stripByteCounts: [],
      tileOffsets: [8],
      tileByteCounts: [6],
    }),
    "expanded size: got 281474976710656",
  ],
  ...[0, 7, 65535].map(
    (bits) =>
      [`${bits} bits`, tiffBytes({ bitsPerSample: [bits] }), `bits per sample: got ${bits} in`] as const,
  ),
  [
    "whole numbers of 64 bits",
    tiffBytes({ bitsPerSample: [64] }),
    "bits per sample: got 64 in sample format 1",
  ],
  ["colours", tiffBytes({ samplesPerPixel: [3] }), "samples per pixel: got 3, wanted 1"],
  ["JPEG", tiffBytes({ compression: [34712] }), "compression: got 34712, wanted none (1), LZW (5)"],
  ["electron events", tiffBytes({ compression: [65001] }), "an EER movie"],
  ["a predictor that is none", tiffBytes({ predictor: [7] }), "predictor: got 7, wanted 1 or 2 for uint8"],
  ["floats' predictor on bytes", tiffBytes({ predictor: [3] }), "predictor: got 3"],
  [
    "damaged LZW",
    tiffBytes({ compression: [5] }, Uint8Array.of(0x80, 0x3f, 0xff, 0xff)),
    "got code 511 where 258",
  ],
  [
    "short LZW",
    tiffBytes({ compression: [5] }, Uint8Array.of(0x80, 0x00)),
    "got 0 bytes, wanted 6 bytes of intact LZW",
  ],
  [
    "damaged Deflate",
    tiffBytes({ compression: [8] }, Uint8Array.of(0x78, 0x9c, 7, 7, 7, 7, 7)),
    "intact Deflate data",
  ],
  ["short PackBits", tiffBytes({ compression: [32773] }, Uint8Array.of(0, 1)), "got 1 bytes, wanted 6"],
];

test.each(cases)("%s", async (_, bytes, says) => {
  const error = await readTiff(bytes).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(FormatError);
  expect((error as FormatError).message).toContain(says);
  expect((error as FormatError).message).toContain("bytes in memory: ");
});

test("a BigTIFF file whose places have another length, or are beyond any file", async () => {
  const big = tiffBytes({}, undefined, { size: "big" });
  await expect(readTiff(withWord(big, 4, 4))).rejects.toThrow("bytes of a place: got 4, wanted 8");
  const far = big.slice().fill(255, 8, 16);
  await expect(readTiff(far)).rejects.toThrow("place of a directory: got Infinity");
  const many = big.slice().fill(255, 16, 24);
  await expect(readTiff(many)).rejects.toThrow("directory: got Infinity fields");
});

test("every byte changed, and every length of the file, gives values or one error", async () => {
  for (let at = 0; at < plain.length; at++) {
    for (const byte of [0, 1, 127, 255]) {
      const changed = plain.slice().fill(byte, at, at + 1);
      const error = await readTiff(changed).then(
        () => undefined,
        (caught: unknown) => caught,
      );
      if (error !== undefined) expect(error).toBeInstanceOf(FormatError);
    }
    await expect(readTiff(plain.subarray(0, at))).rejects.toBeInstanceOf(FormatError);
  }
});

test("pages that differ in size are no movie, and smaller copies are left out", async () => {
  const [first, second] = [tiffBytes(), tiffBytes({ width: [2], height: [3], rowsPerStrip: [3] })];
  await expect(readTiff(chained(first, second))).rejects.toThrow(
    "page 1: got 2 x 3 of 8 bits in sample format 1",
  );
  const thumbnail = tiffBytes({
    width: [1],
    height: [1],
    newSubfileType: [1],
    rowsPerStrip: [1],
    stripByteCounts: [1],
  });
  const file = await readTiff(chained(first, thumbnail));
  expect(file).toMatchObject({ pages: 1, facts: { warnings: ["1 smaller copies of pages are left out"] } });
});

/** Two files of one page each as one of two: the second is put behind the first, and its places moved. */
function chained(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  const view = new DataView(joined.buffer);
  const count = (at: number): number => view.getUint16(at, true);
  view.setUint32(10 + 12 * count(8), first.length + 8, true);
  for (let i = 0, at = first.length + 10; i < count(first.length + 8); i++, at += 12) {
    if (count(at) === 273) view.setUint32(at + 8, view.getUint32(at + 8, true) + first.length, true);
  }
  return joined;
}
