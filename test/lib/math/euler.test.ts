import { describe, expect, test } from "vitest";
import { angleBetweenDeg, eulerFromRotation, randomRotation, rotationFromEuler } from "vitrine/math";
import { seeded } from "vitrine/core";

const rad = (deg: number): number => (deg * Math.PI) / 180;

describe("Euler angles ZYZ as RELION and Xmipp have them", () => {
  test("the third row is the direction of projection", () => {
    const row = rotationFromEuler({ rotDeg: 40, tiltDeg: 70, psiDeg: -25 }).slice(6);
    const expected = [
      Math.cos(rad(40)) * Math.sin(rad(70)),
      Math.sin(rad(40)) * Math.sin(rad(70)),
      Math.cos(rad(70)),
    ];
    row.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 15));
  });

  test("the first row follows the written formula", () => {
    const [rot, tilt, psi] = [rad(40), rad(70), rad(-25)];
    const [xx, xy, xz] = rotationFromEuler({ rotDeg: 40, tiltDeg: 70, psiDeg: -25 });
    expect(xx).toBeCloseTo(
      Math.cos(psi) * Math.cos(tilt) * Math.cos(rot) - Math.sin(psi) * Math.sin(rot),
      15,
    );
    expect(xy).toBeCloseTo(
      Math.cos(psi) * Math.cos(tilt) * Math.sin(rot) + Math.sin(psi) * Math.cos(rot),
      15,
    );
    expect(xz).toBeCloseTo(-Math.cos(psi) * Math.sin(tilt), 15);
  });

  test("there and back is the same rotation, for 200 drawn at random", () => {
    for (let i = 0; i < 200; i++) {
      const rotation = randomRotation(seeded(2).item(i));
      const euler = eulerFromRotation(rotation);
      expect(euler.tiltDeg).toBeGreaterThanOrEqual(0);
      // near a pole the two in-plane angles lose digits, the rotation does not
      expect(angleBetweenDeg(rotationFromEuler(euler), rotation)).toBeLessThan(1e-6);
    }
  });

  test.each([0, 180])("at tilt %i rot is 0 and psi has the whole turn", (tiltDeg) => {
    const rotation = rotationFromEuler({ rotDeg: 20, tiltDeg, psiDeg: 35 });
    const euler = eulerFromRotation(rotation);
    expect(euler.rotDeg).toBe(0);
    expect(euler.psiDeg).toBeCloseTo(tiltDeg === 0 ? 55 : 15, 10);
    expect(angleBetweenDeg(rotationFromEuler(euler), rotation)).toBeLessThan(1e-6);
  });

  test("an angle that is not finite is refused by name", () => {
    expect(() => rotationFromEuler({ rotDeg: 0, tiltDeg: Number.NaN, psiDeg: 0 })).toThrow(
      "tiltDeg: got NaN",
    );
  });
});
