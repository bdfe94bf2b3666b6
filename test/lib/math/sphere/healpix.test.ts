import { describe, expect, test } from "vitest";
import { seeded } from "vitrine/core";
import {
  angleBetweenVectorsDeg,
  projectionDirection,
  randomRotation,
  vectorFromDirection,
} from "vitrine/math";
import { healpixCentre } from "../../../../lib/src/math/sphere/healpix-centre.js";
import { healpixPixelCount, ringOf } from "../../../../lib/src/math/sphere/healpix-grid.js";
import type { HealpixScheme } from "../../../../lib/src/math/sphere/healpix-grid.js";
import {
  nestedIndex,
  placeOfNested,
  placeOfRing,
  ringIndex,
} from "../../../../lib/src/math/sphere/healpix-index.js";
import { healpixPixel } from "../../../../lib/src/math/sphere/healpix-pixel.js";
import golden from "../../../golden/math/healpix.json" with { type: "json" };

/** An angle of the independent program, in degrees: its rounding in radians, near the poles that of an arc cosine. */
const goldenDeg = 1e-9;

const heightDeg = (z: number): number => (Math.acos(z) * 180) / Math.PI;

const divisions: readonly (readonly [number, HealpixScheme])[] = [
  [1, "ring"],
  [2, "ring"],
  [3, "ring"],
  [7, "ring"],
  [12, "ring"],
  [1, "nested"],
  [2, "nested"],
  [8, "nested"],
];

describe.each(divisions)("HEALPix with nside %i, %s", (nside, scheme) => {
  const options = { nside, scheme };
  const count = healpixPixelCount(nside);
  const centres = Array.from({ length: count }, (_, pixel) => healpixCentre(pixel, options));

  test("a centre lies in its own pixel", () => {
    expect(centres.map((centre) => healpixPixel(centre, options))).toEqual(centres.map((_, pixel) => pixel));
  });

  test("centres are unit vectors whose mean is nothing", () => {
    for (const centre of centres) expect(Math.abs(Math.hypot(...centre) - 1)).toBeLessThan(1e-15);
    for (let axis = 0; axis < 3; axis++) {
      expect(Math.abs(centres.reduce((sum, centre) => sum + centre[axis]!, 0))).toBeLessThan(1e-12 * count);
    }
  });

  test("pixels have one area: directions at random fall into all as often", () => {
    const perPixel = 60;
    const hits = new Float64Array(count);
    for (let i = 0; i < count * perPixel; i++) {
      hits[healpixPixel(projectionDirection(randomRotation(seeded(11).item(i))), options)]! += 1;
    }
    const chiSquared = hits.reduce((sum, hit) => sum + (hit - perPixel) ** 2 / perPixel, 0);
    // five standard deviations of chi squared with count - 1 degrees of freedom
    expect(Math.abs(chiSquared - (count - 1))).toBeLessThan(5 * Math.sqrt(2 * count));
  });

  test("no direction is further from its centre than the corner of the longest pixel", () => {
    const longest = vectorFromDirection({ rotDeg: 45 / nside, tiltDeg: heightDeg(2 / 3) });
    const corner = vectorFromDirection({ rotDeg: 0, tiltDeg: heightDeg(1 - (1 - 1 / nside) ** 2 / 3) });
    const mostDeg = angleBetweenVectorsDeg(longest, corner);
    const away = Array.from({ length: 2000 }, (_, i) => {
      const direction = projectionDirection(randomRotation(seeded(12).item(i)));
      return angleBetweenVectorsDeg(direction, centres[healpixPixel(direction, options)]!);
    });
    expect(Math.max(...away)).toBeLessThan(mostDeg);
    expect(Math.max(...away)).toBeGreaterThan(0.8 * mostDeg);
  });
});

describe.each(golden)("healpy with nside $nside, $scheme", ({ nside, scheme, centres, pixels }) => {
  const options = { nside, scheme: scheme as HealpixScheme };

  test("has the same centres", () => {
    for (const [pixel, tiltDeg, rotDeg] of centres as [number, number, number][]) {
      const away = angleBetweenVectorsDeg(
        healpixCentre(pixel, options),
        vectorFromDirection({ rotDeg, tiltDeg }),
      );
      expect(away).toBeLessThan(goldenDeg);
    }
  });

  test("finds the same pixels", () => {
    const found = (pixels as [number, number, number][]).map(([tiltDeg, rotDeg]) =>
      healpixPixel(vectorFromDirection({ rotDeg, tiltDeg }), options),
    );
    expect(found).toEqual(pixels.map(([, , pixel]) => pixel));
  });
});

test.each([1, 4, 32])("both ways of counting name the same places, nside %i", (nside) => {
  const seen = new Set<number>();
  for (let pixel = 0; pixel < healpixPixelCount(nside); pixel++) {
    const place = placeOfNested(pixel, nside);
    expect(nestedIndex(place, nside)).toBe(pixel);
    const ring = ringIndex(place, nside);
    seen.add(ring);
    const { halves, ...along } = ringOf(place, nside);
    const known = placeOfRing(ring, nside);
    expect(known).toEqual({ ...along, halves: (halves + 8 * along.quarter) % (8 * along.quarter) });
  }
  expect(seen.size).toBe(healpixPixelCount(nside));
});

test("the last directions before a whole turn, and those on the edge of the belt, are near their centre", () => {
  for (const scheme of ["ring", "nested"] as const) {
    for (const edge of [0, 2 / 3, -2 / 3, 0.9, -1]) {
      for (let k = -20; k <= 20; k++) {
        const z = edge + k * 2 ** -53;
        const sine = Math.sqrt(Math.max(0, 1 - z * z));
        for (const y of [0, -1e-17, -2e-16, -5e-16, -8e-16, 1e-16]) {
          const length = 1 + Math.abs(k) / 7;
          const direction = [length * sine, length * sine * y, length * z] as const;
          const centre = healpixCentre(healpixPixel(direction, { nside: 4, scheme }), { nside: 4, scheme });
          expect(angleBetweenVectorsDeg(direction, centre)).toBeLessThan(13); // 12.6 for the longest pixel
        }
      }
    }
  }
});

test("a pixel or division that is not there is refused", () => {
  expect(() => healpixCentre(192, { nside: 4 })).toThrow(
    "pixel: got 192, wanted a whole number from 0 to 191",
  );
  expect(() => healpixCentre(-1, { nside: 4 })).toThrow("pixel: got -1");
  expect(() => healpixPixel([0, 0, 1], { nside: 3 })).toThrow("nside: got 3, wanted a power of two");
  expect(() => healpixPixelCount(0)).toThrow("nside: got 0");
  expect(() => healpixPixel([0, 0, 0], { nside: 4 })).toThrow("direction: got [0, 0, 0]");
  expect(() => healpixPixel([0, 0, 1], { nside: 4, scheme: "spiral" as never })).toThrow(
    "scheme: got spiral",
  );
});
