import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError, seeded } from "vitrine";
import { eerFrames, isEer } from "../../../lib/src/io/eer/index.js";
import type { EerCoding, EerOptions } from "../../../lib/src/io/eer/index.js";
import { decodeEvents, eventRoom } from "../../../lib/src/io/eer/events.js";
import { memorySource } from "../../../lib/src/io/source.js";
import { eerBytes, eerFrame } from "../../support/eer-bytes.js";
import type { Electron } from "../../support/eer-bytes.js";
import { tiffBytes } from "../../support/tiff-bytes.js";

const sevenBits: EerCoding = { skipBits: 7, horizontalBits: 2, verticalBits: 2, emptyPlaces: false };
const eightBits: EerCoding = { ...sevenBits, skipBits: 8, emptyPlaces: true };
const oddBits: EerCoding = { skipBits: 5, horizontalBits: 1, verticalBits: 3, emptyPlaces: false };

/** Electrons on a fraction of the pixels, the same for a seed. */
function shower(total: number, share: number, seed: number, coding: EerCoding = sevenBits): Electron[] {
  const random = seeded(seed);
  const electrons: Electron[] = [];
  for (let pixel = 0; pixel < total; pixel++) {
    if (random.uniform() >= share) continue;
    const x = Math.floor(random.uniform() * 2 ** coding.horizontalBits);
    electrons.push({ pixel, x, y: Math.floor(random.uniform() * 2 ** coding.verticalBits) });
  }
  return electrons;
}

/** A movie, and what is true of it on a grid with `finer` pixels along the side of one, or pairs for 1/2. */
function movie(
  showers: readonly Electron[][],
  width: number,
  height: number,
  coding: EerCoding,
  compression: number,
) {
  const frames = showers.map((electrons) => eerFrame(electrons, coding, width * height));
  const said = compression === 65002 ? { coding } : {};
  return memorySource(eerBytes({ frames, width, height, compression, ...said }));
}

function counted(
  electrons: readonly Electron[],
  width: number,
  height: number,
  finer: number,
  coding: EerCoding,
): Float32Array {
  const [ny, nx] = [Math.floor(height * finer), Math.floor(width * finer)];
  const out = new Float32Array(ny * nx);
  for (const { pixel, x, y } of electrons) {
    const column = Math.floor(((pixel % width) + x / 2 ** coding.horizontalBits) * finer);
    const row = Math.floor((Math.floor(pixel / width) + y / 2 ** coding.verticalBits) * finer);
    if (row < ny && column < nx) out[row * nx + column]! += 1;
  }
  return out;
}

const codings = [
  [65000, eightBits],
  [65000, { ...eightBits, emptyPlaces: false }],
  [65001, sevenBits],
  [65002, oddBits],
] as const;
const grids = [
  [-1, 0.5],
  [1, 1],
  [2, 2],
  [3, 4],
] as const;

test.each(codings)(
  "electrons of compression %i are counted where they came down, %o",
  async (compression, coding) => {
    for (const [width, height] of [
      [16, 20],
      [67, 31],
      [128, 64],
      [1, 1000],
    ] as const) {
      for (const share of [0, 0.002, 0.3, 1]) {
        const electrons = shower(width * height, share, 3, coding);
        const source = movie([electrons], width, height, coding, compression);
        expect(await isEer(source)).toBe(true);
        for (const [upsampling, finer] of grids) {
          if (Math.floor(width * finer) === 0) continue;
          const frames = await eerFrames(source, { upsampling });
          expect(frames.shape).toEqual([1, Math.floor(height * finer), Math.floor(width * finer)]);
          expect(await frames.read(0, 1)).toEqual(counted(electrons, width, height, finer, coding));
        }
      }
    }
  },
);

test("E51: the bytes of the format's description", () => {
  const bytes = Uint8Array.of(0x03, 0x1b, 0xfc, 0xb1, 0x35, 0xfb);
  const coding = { skipBits: 7, horizontalBits: 1, verticalBits: 1, emptyPlaces: false };
  const events = eventRoom(10);
  const count = decodeEvents(bytes, coding, 320, { bit: 0, pixel: 0 }, events);
  expect([...events.pixels.subarray(0, count)]).toEqual([3, 17, 233, 311]);
  // as they are written the highest bits are turned round: 2, 0, 1, 1
  expect([...events.places.subarray(0, count)].map((place) => place ^ 3)).toEqual([2, 0, 1, 1]);
  const at = [...events.pixels.subarray(0, count)].map((pixel, i) => [
    2 * Math.floor(pixel / 16) + (events.places[i]! >> 1),
    2 * (pixel % 16) + (events.places[i]! & 1),
  ]);
  expect(at).toEqual([
    [0, 7],
    [3, 3],
    [29, 18],
    [39, 14],
  ]);
});

test("frames are summed into fractions, a rest is left out, and ranges agree with the whole", async () => {
  const showers = Array.from({ length: 11 }, (_, i) => shower(32 * 24, 0.05, i + 1));
  const source = movie(showers, 32, 24, sevenBits, 65001);
  const cases: readonly (readonly [EerOptions, number, number])[] = [
    [{}, 1, 0],
    [{ fractionation: { framesPerFraction: 3 } }, 3, 2],
    [{ fractionation: { fractions: 5 } }, 2, 1],
    [{ fractionation: { dosePerFractionEPerA2: 1.2, dosePerFrameEPerA2: 0.3 } }, 4, 3],
  ];
  for (const [options, together, left] of cases) {
    const frames = await eerFrames(source, options);
    expect(frames.facts).toMatchObject({
      cameraFrames: 11,
      framesPerFraction: together,
      framesLeftOut: left,
    });
    const fractions = Math.floor(11 / together);
    expect(frames.shape).toEqual([fractions, 24, 32]);
    const whole = await frames.read(0, fractions);
    for (let i = 0; i < fractions; i++) {
      const electrons = showers.slice(i * together, (i + 1) * together).flat();
      const one = counted(electrons, 32, 24, 1, sevenBits);
      expect(whole.subarray(i * one.length, (i + 1) * one.length)).toEqual(one);
      expect(await frames.read(i, 1)).toEqual(one);
    }
  }
  await expect(eerFrames(source, { fractionation: { fractions: 12 } })).rejects.toThrow("fractions: got 12");
  const tooMuch = { dosePerFractionEPerA2: 9, dosePerFrameEPerA2: 0.3 };
  await expect(eerFrames(source, { fractionation: tooMuch })).rejects.toThrow("the dose of all 11 frames");
  await expect(eerFrames(source, { upsampling: 4 as 3 })).rejects.toThrow("upsampling: got 4");
});

test("the camera's words are read, and the pixel size from them", async () => {
  const metadata =
    '<metadata><item name="sensorPixelSize.width" unit="m">7.3e-11</item><item name="a&amp;b">x &lt; y</item><item name="cut">';
  const frames = [eerFrame([], sevenBits, 64)];
  const source = memorySource(eerBytes({ frames, width: 8, height: 8, compression: 65001, metadata }));
  const { facts } = await eerFrames(source, { upsampling: 2 });
  expect(facts.pixelSizeA).toBeCloseTo(0.365, 12);
  expect(Object.fromEntries(facts.metadata)).toEqual({
    "sensorPixelSize.width": { text: "7.3e-11", unit: "m" },
    "a&b": { text: "x < y" },
  });
});

test("a frame that ends too early or too late, too few bytes, and tags that are missing", async () => {
  const whole = eerFrame(shower(64, 0.5, 1), sevenBits, 64);
  const read = async (frame: Uint8Array, compression = 65001, side = 8): Promise<unknown> =>
    (await eerFrames(memorySource(eerBytes({ frames: [frame], width: side, height: 8, compression })))).read(
      0,
      1,
    );
  await expect(read(whole)).resolves.toHaveLength(64);
  await expect(read(whole.subarray(0, whole.length - 4))).rejects.toThrow(
    "electrons of a frame: got an end at pixel",
  );
  await expect(read(eerFrame([], sevenBits, 70))).rejects.toThrow("got an end at pixel 70, wanted at 64");
  await expect(read(whole, 65001, 2 ** 24)).rejects.toThrow("wanted bytes that cover 134217728 pixels");
  await expect(read(whole, 65002)).rejects.toThrow("tag 65007, skipBits: got none");
  const plain = memorySource(tiffBytes());
  expect(await isEer(plain)).toBe(false);
  expect(await isEer(memorySource(new Uint8Array(9)))).toBe(false);
  await expect(eerFrames(plain)).rejects.toThrow("pages without electrons");
});

test("any changed byte gives electrons or one error", async () => {
  const good = eerBytes({
    frames: [eerFrame(shower(64, 0.3, 2), sevenBits, 64)],
    width: 8,
    height: 8,
    compression: 65001,
  });
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
      const changed = memorySource(good.slice().fill(byte, at, at + 1));
      const error = await eerFrames(changed)
        .then((frames) => frames.read(0, 1))
        .then(
          () => undefined,
          (caught: unknown) => caught,
        );
      if (error !== undefined) expect(error).toBeInstanceOf(FormatError);
    }),
    { numRuns: 1000, seed: 9 },
  );
});
