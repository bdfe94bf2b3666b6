import { describe, expect, test } from "vitest";
import { ctf } from "vitrine/model";

const least = { defocusUA: 15000, voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1 };

describe("the parameters of a contrast transfer function", () => {
  test("what is not given is no astigmatism, no phase plate, no envelope", () => {
    expect(ctf(least)).toEqual({
      kind: "ctf",
      ...least,
      defocusVA: 15000,
      defocusAngleDeg: 0,
      phaseShiftDeg: 0,
      bFactorA2: 0,
    });
  });

  test("U is the larger defocus: where it is not, the two change places and the angle turns", () => {
    const turned = ctf({ ...least, defocusUA: 14000, defocusVA: 15000, defocusAngleDeg: 30 });
    expect([turned.defocusUA, turned.defocusVA, turned.defocusAngleDeg]).toEqual([15000, 14000, -60]);
  });

  test.each([
    [90, 90],
    [-90, 90],
    [91, -89],
    [270, 90],
    [-135, 45],
    [180, 0],
  ])("an axis at %f degrees is one at %f", (given, kept) => {
    expect(ctf({ ...least, defocusAngleDeg: given }).defocusAngleDeg).toBeCloseTo(kept, 12);
  });

  test.each([
    ["defocusUA", Number.NaN],
    ["defocusVA", Number.POSITIVE_INFINITY],
    ["defocusAngleDeg", Number.NaN],
    ["voltageKV", 0],
    ["csMm", -1],
    ["amplitudeContrast", 10],
    ["phaseShiftDeg", Number.NaN],
    ["bFactorA2", Number.NaN],
  ])("%s of %f is refused", (name, value) => {
    expect(() => ctf({ ...least, [name]: value })).toThrow(name);
  });
});
