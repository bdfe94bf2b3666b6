import fc from "fast-check";
import { expect, test } from "vitest";
import { isCryoError, memorySource, readImage, readImageStack, readMrc, readVolume } from "vitrine";
import { mrcBytes } from "../../../support/mrc-bytes.js";

const edges = [0, 1, -1, 2, 3, 4, 12, 101, 255, 401, 1024, 65535, 2 ** 24, 2 ** 31 - 1, -(2 ** 31)];
const word = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.oneof(fc.constantFrom(...edges), fc.integer()));
const file = fc.record({
  words: fc.array(word, { maxLength: 12 }),
  mode: fc.constantFrom(0, 1, 2, 4, 6, 12, 101, 3),
  cut: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1200 })),
  name: fc.constantFrom("a.mrc", "a.mrcs", "a.map"),
  littleEndian: fc.boolean(),
});

test("any header gives a value or one of the library's errors, and never much memory", async () => {
  let largest = 0;
  await fc.assert(
    fc.asyncProperty(file, async ({ words, mode, cut, name, littleEndian }) => {
      const bytes = mrcBytes({ size: [5, 4, 3], mode, littleEndian });
      const view = new DataView(bytes.buffer);
      for (const [index, value] of words) view.setInt32(4 * index, value, littleEndian);
      const source = memorySource(bytes.subarray(0, Math.max(0, bytes.length - cut)), { name });
      for (const read of [readVolume, readImage, readImageStack, readMrc]) {
        try {
          const { data } = await read(source);
          // 4-bit values become floats: eight times the file
          largest = Math.max(largest, data.byteLength / source.size);
        } catch (error) {
          if (!isCryoError(error, "format") && !isCryoError(error, "value")) throw error;
        }
      }
    }),
    { numRuns: 2000, seed: 1 },
  );
  expect(largest).toBeGreaterThan(0);
  expect(largest).toBeLessThanOrEqual(8);
});

test("any bytes at all, compressed or not", async () => {
  const magic = fc.constantFrom(
    [],
    [0x1f, 0x8b, 8],
    [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59],
  );
  await fc.assert(
    fc.asyncProperty(magic, fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
      const bytes = Uint8Array.from([...start, ...rest]);
      await expect(readVolume(bytes)).rejects.toSatisfy((error) => isCryoError(error, "format"));
    }),
    { numRuns: 500, seed: 1 },
  );
});
