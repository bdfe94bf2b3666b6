import { describe, expect, test } from "vitest";
import {
  requireBetween,
  requireFinite,
  requireInteger,
  requireOneOf,
  requirePositive,
} from "../../../lib/src/core/index.js";

const notNumbers = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, "1" as unknown as number];

describe("a check gives back what passes", () => {
  test.each([
    [() => requirePositive("a", 1e-300, "Å"), 1e-300],
    [() => requireFinite("a", -3, "Å"), -3],
    [() => requireInteger("a", 4, 4, 4), 4],
    [() => requireBetween("a", 0, 0, 1, "%"), 0],
    [() => requireBetween("a", 1, 0, 1, "%"), 1],
    [() => requireOneOf("a", "y", ["x", "y"]), "y"],
  ])("%s", (check, value) => expect(check()).toBe(value));
});

describe("a check refuses, with the unit in its sentence", () => {
  test.each([...notNumbers, 0, -1])("requirePositive %s", (value) => {
    expect(() => requirePositive("pixelSizeA", value, "Å per pixel")).toThrow(
      `pixelSizeA: got ${value}, wanted a number above 0, in Å per pixel`,
    );
  });
  test.each(notNumbers)("requireFinite %s", (value) => {
    expect(() => requireFinite("originA", value, "Å")).toThrow(
      `originA: got ${value}, wanted a finite number, in Å`,
    );
  });
  test.each([...notNumbers, 1.5, 0, 2 ** 53])("requireInteger %s", (value) => {
    expect(() => requireInteger("n", value, 1)).toThrow(
      `n: got ${value}, wanted a whole number of at least 1`,
    );
  });
  test("requireInteger above its range", () => {
    expect(() => requireInteger("n", 9, 1, 8)).toThrow("n: got 9, wanted a whole number from 1 to 8");
  });
  test.each([Number.NaN, -0.1, 1.1])("requireBetween %s", (value) => {
    expect(() => requireBetween("q", value, 0, 1, "parts of 1")).toThrow(
      `q: got ${value}, wanted a number from 0 to 1, in parts of 1`,
    );
  });
  test("requireOneOf", () => {
    expect(() => requireOneOf("window", "hann", ["soft", "hard"])).toThrow(
      "window: got hann, wanted one of soft, hard",
    );
  });
});
