import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "jpeg-js";
import { describe, expect, test } from "vitest";
import { image } from "vitrine";
import type { Image } from "vitrine";
import { BitWriter } from "../../../lib/src/io/jpeg/bit-writer.js";
import { encodeJpeg, writeJpeg } from "../../../lib/src/io/jpeg/index.js";
import { codewords, detailCode, meanCode, stepsOf, zigzag } from "../../../lib/src/io/jpeg/tables.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();

/** A picture of waves in both directions, from 0 to 1. */
const waves = (ny: number, nx: number): Image => {
  const value = (i: number): number =>
    0.5 + 0.25 * Math.sin(Math.floor(i / nx) / 5) + 0.25 * Math.cos((i % nx) / 7);
  return image(
    Float32Array.from({ length: ny * nx }, (_, i) => value(i)),
    { shape: [ny, nx], pixelSizeA: 1 },
  );
};
const decoded = (bytes: Uint8Array): ReturnType<typeof decode> => decode(bytes);
const redOf = ({ data }: { readonly data: ArrayLike<number> }): number[] =>
  Array.from({ length: data.length / 4 }, (_, i) => data[4 * i]!);

describe.each([
  [64, 64],
  [61, 97],
  [8, 9],
  [1, 1],
  [1, 17],
])("greys of %i x %i", (ny, nx) => {
  test("are seen by another program as they were, to a level or two", async () => {
    const picture = waves(ny, nx);
    const seen = decoded(await encodeJpeg(picture, { black: 0, white: 1, quality: 100 }));
    expect([seen.height, seen.width]).toEqual([ny, nx]);
    const levels = redOf(seen);
    for (const [i, value] of picture.data.entries()) {
      expect(Math.abs(levels[i]! - 255 * value)).toBeLessThanOrEqual(2.5);
    }
  });
});

test("a lower quality takes fewer bytes and is farther off", async () => {
  const picture = waves(96, 128);
  const outcomes = [];
  for (const quality of [95, 50, 10]) {
    const bytes = await encodeJpeg(picture, { black: 0, white: 1, quality });
    const levels = redOf(decoded(bytes));
    const squares = picture.data.reduce((sum, value, i) => sum + (levels[i]! - 255 * value) ** 2, 0);
    outcomes.push({ bytes: bytes.length, error: Math.sqrt(squares / levels.length) });
  }
  expect(outcomes.map(({ bytes }) => bytes)).toEqual(
    outcomes.map(({ bytes }) => bytes).sort((a, b) => b - a),
  );
  expect(outcomes.map(({ error }) => error)).toEqual(
    outcomes.map(({ error }) => error).sort((a, b) => a - b),
  );
  expect(outcomes[0]!.error).toBeLessThan(1);
});

test("noise from black to white needs every code, and is seen as it was", async () => {
  const values = Float32Array.from({ length: 120 * 88 }, (_, i) =>
    ((i * 2654435761) % 4294967296) / 2 ** 32 > 0.5 ? 255 : 0,
  );
  const picture = image(values, { shape: [120, 88], pixelSizeA: 1 });
  const levels = redOf(decoded(await encodeJpeg(picture, { black: 0, white: 255, quality: 100 })));
  for (const [i, value] of values.entries()) expect(Math.abs(levels[i]! - value)).toBeLessThanOrEqual(3);
});

test("colours are those of the table", async () => {
  const colours = Uint8Array.from(
    { length: 768 },
    (_, i) => [Math.floor(i / 3), 255 - Math.floor(i / 3), 60][i % 3]!,
  );
  const picture = waves(40, 50);
  const { data } = decoded(await encodeJpeg(picture, { black: 0, white: 1, quality: 100, colours }));
  for (const [i, value] of picture.data.entries()) {
    for (const [part, wanted] of [255 * value, 255 - 255 * value, 60].entries()) {
      expect(Math.abs(data[4 * i + part]! - wanted)).toBeLessThanOrEqual(4);
    }
  }
});

test("stands in a file", async () => {
  const path = join(folder, "view.jpg");
  await writeJpeg(path, waves(16, 24), { black: 0, white: 1 });
  expect(decoded(readFileSync(path))).toMatchObject({ width: 24, height: 16 });
});

test("what the format has no place for is refused", async () => {
  const options = { black: 0, white: 1 };
  const long = image(new Float32Array(65536), { shape: [1, 65536], pixelSizeA: 1 });
  await expect(encodeJpeg(long, options)).rejects.toThrow("wanted sides of at most 65535 pixels");
  await expect(encodeJpeg(waves(1, 1), { ...options, quality: 0 })).rejects.toThrow("quality: got 0");
  await expect(encodeJpeg(waves(1, 1), { black: 1, white: 1 })).rejects.toThrow("white: got 1");
});

test("the diagonals are walked to and fro", () => {
  expect(zigzag.slice(0, 12)).toEqual([0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25]);
  expect(zigzag.slice(-3)).toEqual([55, 62, 63]);
  expect(new Set(zigzag).size).toBe(64);
});

test("no code begins as another one does, and there is one for every size", () => {
  for (const code of [meanCode, detailCode]) {
    const words = Array.from(codewords(code).values(), ([bits, length]) =>
      bits.toString(2).padStart(length, "0"),
    );
    expect(words.length).toBe(code.symbols.length);
    for (const word of words) expect(words.filter((other) => other.startsWith(word))).toEqual([word]);
  }
  const sizes = Array.from({ length: 160 }, (_, i) => 16 * Math.floor(i / 10) + (i % 10) + 1);
  expect([...codewords(detailCode).keys()].sort((a, b) => a - b)).toEqual(
    [0, 240, ...sizes].sort((a, b) => a - b),
  );
});

test("steps shrink with the quality, to 1 at the best", () => {
  expect(stepsOf("brightness", 50)[0]).toBe(16);
  expect(stepsOf("colour", 50)[0]).toBe(17);
  expect(stepsOf("brightness", 25)[0]).toBe(32);
  expect(stepsOf("colour", 1).every((step) => step === 255)).toBe(true);
  expect(stepsOf("brightness", 100).every((step) => step === 1)).toBe(true);
});

test("bits are joined from the highest, and a byte of ones is followed by a zero", () => {
  const writer = new BitWriter();
  writer.write(0b101, 3);
  writer.write(0b11111, 5);
  writer.write(0xffff, 16);
  writer.write(0b01, 2);
  expect(Array.from(writer.finish())).toEqual([0b10111111, 0xff, 0, 0xff, 0, 0b01111111]);
});
