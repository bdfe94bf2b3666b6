import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { image, imageStack, volume } from "vitrine";
import type { Image, ImageStack, Volume } from "vitrine";
import { memorySource } from "../../../lib/src/io/source.js";
import {
  encodeTiff,
  isTiff,
  readTiff,
  tiffFrames,
  tiffToModel,
  writeTiff,
} from "../../../lib/src/io/tiff/index.js";
import type { TiffWriteOptions } from "../../../lib/src/io/tiff/index.js";
import { temporaryFolder } from "../../support/temporary.js";
import { tiffBytes } from "../../support/tiff-bytes.js";

const folder = temporaryFolder();

/** Whole numbers that every written type holds. */
function counts(shape: readonly [number, number, number], pixelSizeA = 1.06): ImageStack {
  const length = shape[0] * shape[1] * shape[2];
  return imageStack(
    Float32Array.from({ length }, (_, i) => (i * i + 3 * i) % 113),
    { shape, pixelSizeA },
  );
}

async function encoded(noun: Image | ImageStack | Volume, options?: TiffWriteOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await encodeTiff(noun, options)).chunks) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

const types = ["float32", "uint8", "int8", "uint16", "int16"] as const;
const compressions = ["lzw", "deflate", "none"] as const;
const predictors = ["none", "differences"] as const;
const variants = types.flatMap((type) =>
  compressions.flatMap((compression) =>
    predictors
      .filter((predictor) => type !== "float32" || predictor === "none")
      .map((predictor) => ({ type, compression, predictor })),
  ),
);

test.each(variants)(
  "what is written as $type with $compression and predictor $predictor is read as it was",
  async (options) => {
    for (const shape of [
      [1, 1, 1],
      [2, 13, 7],
      [3, 1, 17],
      [1, 97, 131],
    ] as const) {
      const stack = counts(shape);
      for (const bigTiff of ["if needed", "always"] as const) {
        const bytes = await encoded(stack, { ...options, bigTiff });
        const file = await readTiff(bytes);
        expect(isTiff(bytes)).toBe(true);
        expect(file).toMatchObject({ pages: shape[0], shape, facts: { sample: options.type, warnings: [] } });
        expect(file.facts.bigTiff).toBe(bigTiff === "always");
        expect(file.data).toEqual(stack.data);
        expect(tiffToModel(file)).toMatchObject({ shape: shape[0] === 1 ? shape.slice(1) : shape });
        expect(Math.abs(file.facts.pixelSizeA! - 1.06)).toBeLessThan(1e-9);
      }
    }
  },
);

test("pages of many strips, and frames by ranges, agree with the whole", async () => {
  const stack = counts([5, 400, 701]);
  const bytes = await encoded(stack, { type: "int16", predictor: "differences" });
  const source = memorySource(bytes);
  const frames = await tiffFrames(source);
  const perFrame = 400 * 701;
  for (const [first, count] of [
    [0, 5],
    [1, 3],
    [4, 1],
  ] as const) {
    const part = stack.data.subarray(first * perFrame, (first + count) * perFrame);
    expect(await frames.read(first, count)).toEqual(part);
    expect((await readTiff(bytes, { pages: { first, count } })).data).toEqual(part);
  }
  await expect(frames.read(4, 2)).rejects.toThrow("count: got 2, wanted a whole number from 1 to 1");
  await expect(readTiff(bytes, { pages: { first: 5, count: 1 } })).rejects.toThrow("pages: first: got 5");
});

test("row 0 is the bottom row of the picture, or the top one where that is asked for", async () => {
  const bytes = tiffBytes({}, Uint8Array.of(1, 2, 3, 4, 5, 6));
  expect((await readTiff(bytes)).data).toEqual(Float32Array.of(4, 5, 6, 1, 2, 3));
  expect((await readTiff(bytes, { firstRow: "top" })).data).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
});

test("a volume keeps its slices' distance, and comes back as a volume", async () => {
  const map = volume(counts([4, 5, 6]).data, { shape: [4, 5, 6], voxelSizeA: 2.5 });
  expect(tiffToModel(await readTiff(await encoded(map)))).toMatchObject({
    ...map,
    source: { format: "tiff" },
  });
  const crystal = volume(counts([4, 5, 6]).data, { shape: [4, 5, 6], voxelSizeA: [3, 2.5, 2.5] });
  expect(tiffToModel(await readTiff(await encoded(crystal)))).toMatchObject({ voxelSizesA: [3, 2.5, 2.5] });
});

test("what pages are, and their pixel size, can be said", async () => {
  const file = await readTiff(await encoded(counts([4, 5, 6])));
  expect(tiffToModel(file).kind).toBe("image-stack");
  expect(tiffToModel(file, { as: "volume", pixelSizeA: 3 })).toMatchObject({ kind: "volume", voxelSizeA: 3 });
  const unsaid = await readTiff(tiffBytes());
  expect(() => tiffToModel(unsaid)).toThrow("pixel size: got none in the file");
  expect(tiffToModel(unsaid, { pixelSizeA: 2 })).toMatchObject({
    kind: "image",
    shape: [2, 3],
    pixelSizeA: 2,
  });
});

test("a file appears whole, and a value that does not fit is refused", async () => {
  const path = join(folder, "movie.tif");
  const movie = counts([3, 20, 30]);
  await writeTiff(path, movie, { type: "uint8" });
  expect((await readTiff(path)).data).toEqual(movie.data);
  const picture = image(Float32Array.of(1, 256), { shape: [1, 2], pixelSizeA: 1 });
  await expect(writeTiff(path, picture, { type: "uint8" })).rejects.toThrow(
    "type uint8: got 256 at element 1",
  );
  const half = image(Float32Array.of(1, 0.5), { shape: [1, 2], pixelSizeA: 1 });
  await expect(writeTiff(path, half, { type: "int16" })).rejects.toThrow("got 0.5 at element 1");
  await expect(writeTiff(path, half, { predictor: "differences" })).rejects.toThrow('"none" for float32');
  await expect(
    writeTiff(path, image(Float32Array.of(1), { shape: [1, 1], pixelSizeA: 0.02 })),
  ).rejects.toThrow("at least 0.0233");
  expect((await readTiff(path)).data).toEqual(movie.data);
});

test("a frame of bytes with the sides of a super-resolution camera is unpacked, unless it is said not to be", async () => {
  const packed = Uint8Array.from({ length: 3710 * 7676 }, (_, i) => (i * 7) & 255);
  const bytes = tiffBytes({ width: [3710], height: [7676], rowsPerStrip: [7676] }, packed);
  const frames = await tiffFrames(memorySource(bytes), { firstRow: "top" });
  expect(frames.shape).toEqual([1, 7676, 7420]);
  const values = await frames.read(0, 1);
  expect([...values.subarray(0, 6)]).toEqual([0, 0, 7, 0, 14, 0]);
  expect([...values.subarray(36, 40)]).toEqual([14, 7, 5, 8]);
  const asBytes = await tiffFrames(memorySource(bytes), { halfBytes: "no" });
  expect(asBytes.shape).toEqual([1, 7676, 3710]);
  const said = await readTiff(tiffBytes({}, Uint8Array.of(0x21, 0x43, 0x65, 0, 0, 0)), {
    halfBytes: "yes",
    firstRow: "top",
  });
  expect(said.shape).toEqual([1, 2, 6]);
  expect([...said.data.subarray(0, 6)]).toEqual([1, 2, 3, 4, 5, 6]);
});

test("bits in the other order, rows of a strip that is not there, and a strip without a length", async () => {
  const bytes = tiffBytes({ fillOrder: [2] }, Uint8Array.of(128, 64, 192, 1, 2, 3));
  expect([...(await readTiff(bytes, { firstRow: "top" })).data]).toEqual([1, 2, 3, 128, 64, 192]);
  const packed = tiffBytes(
    { bitsPerSample: [12] },
    Uint8Array.of(0x12, 0x3a, 0xbc, 0xff, 0xf0, 0, 0, 0, 0, 0),
  );
  expect([...(await readTiff(packed, { firstRow: "top" })).data]).toEqual([0x123, 0xabc, 0xfff, 0, 0, 0]);
  const uncounted = tiffBytes({ stripByteCounts: [], rowsPerStrip: [] });
  expect([...(await readTiff(uncounted, { firstRow: "top" })).data]).toEqual([1, 2, 3, 4, 5, 6]);
});

test("any images come back from any kind of file", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        shape: fc.tuple(
          fc.integer({ min: 1, max: 4 }),
          fc.integer({ min: 1, max: 19 }),
          fc.integer({ min: 1, max: 23 }),
        ),
        top: fc.constantFrom(1, 4, 127),
        seed: fc.integer({ min: 1, max: 1e6 }),
        variant: fc.constantFrom(...variants),
      }),
      async ({ shape, top, seed, variant }) => {
        const length = shape[0] * shape[1] * shape[2];
        const data = Float32Array.from({ length }, (_, i) => ((i + 1) * seed * 7919) % (top + 1));
        const file = await readTiff(await encoded(imageStack(data, { shape, pixelSizeA: 1 }), variant));
        expect(file.data).toEqual(data);
      },
    ),
    { numRuns: 150, seed: 42 },
  );
});
