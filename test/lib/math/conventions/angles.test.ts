import { describe, expect, test } from "vitest";
import { seeded } from "vitrine/core";
import { anglesFromRotation, eulerFromRotation, randomRotation, rotationFromAngles } from "vitrine/math";
import type { AngleConvention, Rotation } from "vitrine/math";
import golden from "../../../golden/math/rotations.json" with { type: "json" };
import { expectClose, expectSameRotation } from "../close.js";

const conventions: readonly (readonly [AngleConvention, "zyz" | "zxz", readonly [string, string, string]])[] =
  [
    ["relion", "zyz", ["rotDeg", "tiltDeg", "psiDeg"]],
    ["xmipp", "zyz", ["rotDeg", "tiltDeg", "psiDeg"]],
    ["spider", "zyz", ["phiDeg", "thetaDeg", "psiDeg"]],
    ["cistem", "zyz", ["phiDeg", "thetaDeg", "psiDeg"]],
    ["mrc", "zyz", ["phiDeg", "thetaDeg", "omegaDeg"]],
    ["eman", "zxz", ["azDeg", "altDeg", "phiDeg"]],
    ["imagic", "zxz", ["alphaDeg", "betaDeg", "gammaDeg"]],
  ];

/** A record of three angles under given names. */
function named(names: readonly [string, string, string], angles: readonly number[]): never {
  return Object.fromEntries(names.map((name, i) => [name, angles[i]])) as never;
}

describe.each(conventions)("%s", (convention, axes, names) => {
  const angleOf = (rotation: Rotation) =>
    anglesFromRotation(rotation, { convention }) as unknown as Readonly<Record<string, number>>;

  test("has turns about the axes that scipy turns about", () => {
    for (const turn of golden.turns) {
      expectClose(rotationFromAngles(named(names, turn.angles), { convention }), turn[axes], 1e-14);
      const back = angleOf(turn[axes] as unknown as Rotation);
      expectClose(
        names.map((name) => back[name]!),
        turn.angles,
        1e-10,
      );
    }
  });

  test("there and back is the same rotation, for 200 drawn at random", () => {
    for (let i = 0; i < 200; i++) {
      const rotation = randomRotation(seeded(4).item(i));
      const angles = angleOf(rotation);
      expect(Object.keys(angles)).toEqual(names);
      for (const angle of Object.values(angles)) expect(Math.abs(angle)).toBeLessThanOrEqual(180);
      expectSameRotation(
        rotationFromAngles(named(names, Object.values(angles)), { convention }),
        rotation,
        1e-10,
      );
    }
  });

  test.each([0, 180])("at a pole, %i degrees, the first angle is 0 and the rotation stays", (pole) => {
    const rotation = rotationFromAngles(named(names, [25, pole, -160]), { convention });
    const [first, second, third] = Object.values(angleOf(rotation));
    expect(first).toBe(0);
    expect(second).toBe(pole);
    expect(third).toBeCloseTo(pole === 0 ? -135 : 175, 10);
    expectSameRotation(rotationFromAngles(named(names, [0, pole, third!]), { convention }), rotation, 1e-10);
  });
});

test("EMAN's az is rot + 90 and its phi psi - 90", () => {
  const rotation = rotationFromAngles({ azDeg: -170, altDeg: 33, phiDeg: 100 }, { convention: "eman" });
  const { rotDeg, tiltDeg, psiDeg } = eulerFromRotation(rotation);
  expectClose([rotDeg, tiltDeg, psiDeg], [100, 33, -170], 1e-10);
});

test("a missing angle and a strange convention are refused by name", () => {
  expect(() => rotationFromAngles({ azDeg: 1, altDeg: 2 } as never, { convention: "eman" })).toThrow(
    "phiDeg: got undefined",
  );
  expect(() => rotationFromAngles({} as never, { convention: "vax" as never })).toThrow(
    "convention: got vax",
  );
});
