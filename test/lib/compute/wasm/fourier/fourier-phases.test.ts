import fc from "fast-check";
import { seeded } from "vitrine";
import { describe, expect, test } from "vitest";
import { countOf, relativeError, singleNoise } from "../../../fourier/arrays.js";
import { complexOf, halfOf, transformByDefinition } from "./definition.js";
import { transform } from "./runner.js";

/** Relative L2 error allowed of a transform of N elements in single precision: half of what is asked of a backend. */
const errorBound = (shape: readonly number[]): number => 1e-7 * Math.max(1, Math.log2(countOf(shape)));

const random = seeded(7);
const sizesBelow = (count: number, most: number): number[] =>
  Array.from({ length: count }, () => 1 + Math.floor(random.uniform() * most));

/** 1, primes with and without a butterfly, sizes of one block and of several, the sides of a camera. */
const lines = [
  ...[1, 2, 3, 4, 5, 7, 11, 13, 17, 19, 53, 101, 127, 197, 199, 211, 251, 499, 509, 521],
  ...[37, 41, 74, 241, 337, 433, 1009, 10201],
  ...[320, 321, 384, 597, 1024, 1200, 2048, 3710, 3838, 4096, 4099],
  ...sizesBelow(40, 600),
].map((size) => [size]);
const planes = [
  ...[
    [1, 1],
    [1, 9],
    [9, 1],
    [17, 53],
    [101, 30],
    [64, 64],
    [127, 36],
    [521, 7],
    [3, 521],
  ],
  ...Array.from({ length: 12 }, () => sizesBelow(2, 200)),
];
const volumes = [
  [1, 1, 1],
  [2, 3, 5],
  [17, 18, 19],
  [32, 32, 32],
  [20, 1, 33],
  [5, 53, 101],
  [1, 16, 37],
];
const cases = [...lines, ...planes, ...volumes].map((shape) => ({ name: shape.join(" x "), shape }));

describe.each(cases)("$name", ({ shape }) => {
  const bound = errorBound(shape);
  const size = shape.at(-1)!;
  const count = countOf(shape);

  test("real to half, and back", () => {
    const data = singleNoise(count, 3);
    const wanted = halfOf(transformByDefinition(complexOf(data), shape), size);
    const half = transform(data, { kind: "real-to-half", shape });
    expect(relativeError(half, wanted)).toBeLessThan(bound);
    const back = transform(Float32Array.from(wanted), { kind: "half-to-real", shape, scale: 1 / count });
    expect(relativeError(back, data)).toBeLessThan(bound);
  });

  test("forward, and inverse", () => {
    const data = singleNoise(2 * count, 4);
    const wanted = transformByDefinition(data, shape);
    expect(
      relativeError(
        transform(data, { kind: "forward", shape, scale: 0.5 }),
        wanted.map((v) => v / 2),
      ),
    ).toBeLessThan(bound);
    const back = transform(Float32Array.from(wanted), {
      kind: "inverse",
      shape,
      scale: 1 / count,
      inPlace: true,
    });
    expect(relativeError(back, data)).toBeLessThan(bound);
  });
});

const kinds = ["real-to-half", "half-to-real", "forward", "inverse"] as const;
const numbersOf = (kind: (typeof kinds)[number], shape: readonly number[], batch: number): number => {
  const size = shape.at(-1)!;
  const perLine =
    kind === "real-to-half" ? size : kind === "half-to-real" ? 2 * Math.floor(size / 2) + 2 : 2 * size;
  return (batch * countOf(shape) * perLine) / size;
};
const someShape = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 600 })),
  fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 })),
  fc.tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 24 })),
);
const anyJob = fc.record({
  kind: fc.constantFrom(...kinds),
  shape: someShape,
  batch: fc.integer({ min: 1, max: 20 }),
});
const fixed = { seed: 11, numRuns: 60 };

test("blocks give the same bytes in any order", () => {
  fc.assert(
    fc.property(anyJob, ({ kind, shape, batch }) => {
      const data = singleNoise(numbersOf(kind, shape, batch), 5);
      const atOnce = transform(data, { kind, shape, batch });
      const backwards = transform(data, { kind, shape, batch, order: "one by one, backwards" });
      expect(Buffer.from(backwards.buffer).equals(Buffer.from(atOnce.buffer))).toBe(true);
    }),
    fixed,
  );
});

test("an array of a batch has the transform it has alone", () => {
  fc.assert(
    fc.property(anyJob, ({ kind, shape, batch }) => {
      const one = numbersOf(kind, shape, 1);
      const data = singleNoise(one * batch, 6);
      const together = transform(data, { kind, shape, batch });
      const last = transform(data.subarray(one * (batch - 1)), { kind, shape });
      expect(relativeError(together.subarray(last.length * (batch - 1)), last)).toBeLessThan(
        errorBound(shape),
      );
    }),
    fixed,
  );
});

test("complex transforms in place give the bytes they give elsewhere", () => {
  fc.assert(
    fc.property(anyJob, ({ shape, batch }) => {
      const data = singleNoise(2 * batch * countOf(shape), 7);
      const elsewhere = transform(data, { kind: "forward", shape, batch });
      expect(Array.from(transform(data, { kind: "forward", shape, batch, inPlace: true }))).toEqual(
        Array.from(elsewhere),
      );
    }),
    fixed,
  );
});

test("half to real drops imaginary parts that no real row can have", () => {
  for (const shape of [[1], [2], [8], [9], [320], [1024], [211]]) {
    const half = transform(singleNoise(countOf(shape), 8), { kind: "real-to-half", shape });
    const wanted = transform(half, { kind: "half-to-real", shape });
    const spoilt = half.slice();
    spoilt[1] = 3;
    if (shape[0]! % 2 === 0) spoilt[half.length - 1] = -4;
    expect(Array.from(transform(spoilt, { kind: "half-to-real", shape }))).toEqual(Array.from(wanted));
  }
});

describe.each([[[600]], [[521]], [[1024]], [[30, 53]], [[16, 9, 14]]])(
  "laws of the transform of %j",
  (shape) => {
    const count = countOf(shape);
    const size = shape.at(-1)!;
    const bound = 2 * errorBound(shape);
    const data = singleNoise(2 * count, 9);
    const spectrum = transform(data, { kind: "forward", shape });

    test("a sum has the sum of the transforms", () => {
      const other = singleNoise(2 * count, 10);
      const both = transform(
        data.map((value, i) => 3 * value - other[i]!),
        { kind: "forward", shape },
      );
      const others = transform(other, { kind: "forward", shape });
      expect(
        relativeError(
          both,
          spectrum.map((value, i) => 3 * value - others[i]!),
        ),
      ).toBeLessThan(bound);
    });

    test("energy is kept, times the number of elements", () => {
      const energy = (numbers: Float32Array): number =>
        numbers.reduce((sum, value) => sum + value * value, 0);
      expect(Math.abs(energy(spectrum) / (count * energy(data)) - 1)).toBeLessThan(bound);
    });

    test("rows moved by one element have transforms turned by one step of phase", () => {
      const moved = data.map((_, i) => {
        const row = i - (i % (2 * size));
        return data[row + ((i - row - 2 + 2 * size) % (2 * size))]!;
      });
      const turned = spectrum.map((_, i) => {
        const k = Math.floor((i % (2 * size)) / 2);
        const [cosine, sine] = [Math.cos((2 * Math.PI * k) / size), -Math.sin((2 * Math.PI * k) / size)];
        const [re, im] = [spectrum[i - (i % 2)]!, spectrum[i - (i % 2) + 1]!];
        return i % 2 === 0 ? re * cosine - im * sine : re * sine + im * cosine;
      });
      expect(relativeError(transform(moved, { kind: "forward", shape }), turned)).toBeLessThan(bound);
    });
  },
);
