import { describe, expect, test } from "vitest";
import { contrastTransfer, contrastTransferAt, electronWavelengthA } from "vitrine/forward";
import { frequencyIndex } from "vitrine";
import { ctf } from "vitrine/model";
import golden from "../../golden/forward/contrast-transfer.json" with { type: "json" };

/** Two programs in double precision; phases of up to 100 radians cost three digits. */
const doublePrecision = 1e-11;
const lens = ctf(golden.cases[0]!.lens);
const astigmatic = ctf(golden.cases[1]!.lens);

// @figure C1 wavelengths to four digits; five zeros to 0.001 Å, 31 to 3 Å, and 90 values of numpy to 1e-11
describe("C1: the contrast transfer function", () => {
  test.each([
    [100, 0.037],
    [120, 0.0335],
    [200, 0.0251],
    [300, 0.0197],
  ])("wavelength of electrons of %i kV: %f Å", (voltageKV, wavelengthA) => {
    expect(electronWavelengthA(voltageKV)).toBeCloseTo(wavelengthA, 4);
  });

  test("no electrons without a voltage", () => {
    expect(() => electronWavelengthA(0)).toThrow("voltageKV");
  });

  test("values and wavelengths are those of another program", () => {
    for (const one of golden.cases) {
      expect(electronWavelengthA(one.lens.voltageKV)).toBeCloseTo(one.wavelengthA, 11);
      for (const [spatialFrequencyInvA, directionDeg, expected] of one.values as [number, number, number][]) {
        const value = contrastTransferAt(ctf(one.lens), { spatialFrequencyInvA, directionDeg });
        expect(Math.abs(value - expected)).toBeLessThan(doublePrecision);
      }
    }
  });

  test("zeros of 1.5 µm at 300 kV stand where the course has them, 31 of them to 3 Å", () => {
    const at = (spatialFrequencyInvA: number): number => contrastTransferAt(lens, { spatialFrequencyInvA });
    const zerosA: number[] = [];
    const step = 1e-5;
    for (let s = 0; s < 1 / 3; s += step) {
      const [low, high] = [at(s), at(s + step)];
      if (low * high < 0) zerosA.push(1 / (s + (step * low) / (low - high)));
    }
    expect(zerosA).toHaveLength(31);
    // the course cuts off after three decimals
    [17.369, 12.205, 9.941, 8.596, 7.679].forEach((zeroA, i) => {
      expect(Math.floor(1000 * zerosA[i]!) / 1000).toBe(zeroA);
    });
    golden.zerosA.forEach((zeroA, i) => expect(zerosA[i]).toBeCloseTo(zeroA, 3));
  });

  test("particles are dark below the first zero, and bright where contrast was inverted", () => {
    const options = { shape: [64, 64], pixelSizeA: 4 } as const;
    const dark = contrastTransfer(lens, options);
    const bright = contrastTransfer(lens, { ...options, particles: "bright" });
    expect(dark[0]).toBeCloseTo(-0.07, 7);
    expect(dark[5]).toBeLessThan(-0.1);
    expect(bright).toEqual(dark.map((value) => -value));
    expect(() => contrastTransfer(lens, { ...options, particles: "grey" as "dark" })).toThrow("particles");
  });

  test.each([
    [1, 1],
    [8, 8],
    [7, 9],
    [6, 11],
    [13, 4],
  ])("on a half spectrum each element has the value of its frequency, %i x %i", (ny, nx) => {
    const pixelSizeA = 1.3;
    const plane = contrastTransfer(astigmatic, { shape: [ny, nx], pixelSizeA });
    const width = Math.floor(nx / 2) + 1;
    expect(plane).toHaveLength(ny * width);
    plane.forEach((value, at) => {
      const x = (at % width) / (nx * pixelSizeA);
      const y = frequencyIndex(Math.floor(at / width), ny) / (ny * pixelSizeA);
      const directionDeg = (Math.atan2(y, x) * 180) / Math.PI;
      const expected = contrastTransferAt(astigmatic, {
        spatialFrequencyInvA: Math.hypot(x, y),
        directionDeg,
      });
      expect(Math.abs(value - expected)).toBeLessThan(1e-6); // stored in single precision
    });
  });

  test("the largest defocus is along the angle of U: its first zero lies nearest", () => {
    const firstZero = (directionDeg: number): number => {
      let s = 0.01;
      while (contrastTransferAt(astigmatic, { spatialFrequencyInvA: s, directionDeg }) < 0) s += 1e-5;
      return s;
    };
    const [along, across, between] = [firstZero(35), firstZero(125), firstZero(80)];
    expect(along).toBeLessThan(between);
    expect(between).toBeLessThan(across);
  });

  test("what no image has is refused", () => {
    expect(() => contrastTransfer(lens, { shape: [8, 8], pixelSizeA: 0 })).toThrow("pixelSizeA");
    expect(() => contrastTransfer(lens, { shape: [0, 8], pixelSizeA: 1 })).toThrow("shape");
  });
});
