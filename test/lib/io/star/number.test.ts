import fc from "fast-check";
import { expect, test } from "vitest";
import { isNan, parseNumber } from "../../../../lib/src/io/star/number.js";

const parsed = (text: string): number => {
  const bytes = new TextEncoder().encode(`x${text}y`);
  return parseNumber(bytes, 1, bytes.length - 1);
};

test("every double comes back from its spelling, also from fixed and exponential ones", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 20 }), (value, digits) => {
      for (const text of [
        String(value),
        value.toExponential(digits),
        value.toFixed(digits),
        value.toPrecision(digits + 1),
      ])
        expect(parsed(text)).toBe(Number(text));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ["000001", 1],
  ["+2.50", 2.5],
  ["-0", -0],
  [".5", 0.5],
  ["5.", 5],
  ["-12.345E-3", -0.012345],
  ["1e400", Infinity],
  ["1e-400", 0],
  ["inf", Infinity],
  ["-INF", -Infinity],
  ["123456789012345678901234567890", 123456789012345678901234567890],
  ["0.000000000000000000000000000001", 1e-30],
])("%s is %d", (text, value) => {
  expect(parsed(text)).toBe(value);
});

test.each([
  "",
  "-",
  ".",
  "e5",
  "1e",
  "1e+",
  "1.2.3",
  "0x10",
  "1_000",
  "000001@stack.mrcs",
  "12a",
  "nan",
  "--1",
  "infinit",
])("%s is no number", (text) => {
  expect(parsed(text)).toBeNaN();
});

test("NaN is told from what is no number", () => {
  const spelled = (text: string): boolean => isNan(new TextEncoder().encode(text), 0, text.length);
  expect(["nan", "NaN", "-nan", "+NAN"].map(spelled)).toEqual([true, true, true, true]);
  expect(["none", "na", "nano", "nanan"].map(spelled)).toEqual([false, false, false, false]);
});
