import fc from "fast-check";
import { expect, test } from "vitest";
import { degToRad, radToDeg, significant } from "../../../lib/src/core/index.js";

test("half a turn is 180 degrees, and the way there and back changes nothing", () => {
  expect(degToRad(180)).toBe(Math.PI);
  expect(radToDeg(Math.PI / 2)).toBe(90);
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (deg) => {
      // two roundings of a product and a quotient: a few units in the last place
      expect(Math.abs(radToDeg(degToRad(deg)) - deg)).toBeLessThanOrEqual(
        4 * Number.EPSILON * Math.max(1, Math.abs(deg)),
      );
    }),
  );
});

test.each([
  [1.06, 4, "1.06"],
  [3.14159, 3, "3.14"],
  [1234567, 4, "1235000"],
  [0.000123456, 2, "0.00012"],
  [-0, 4, "0"],
  [2, 4, "2"],
  [Number.NaN, 4, "NaN"],
  [Number.POSITIVE_INFINITY, 4, "Infinity"],
])("%s to %i digits is %s", (value, digits, text) => expect(significant(value, digits)).toBe(text));
