import { test } from "vitest";
import { seeded } from "vitrine/core";
import {
  composed,
  cryosparcFromRotation,
  identityRotation,
  randomRotation,
  rotationFromCryosparc,
  rotationFromVector,
} from "vitrine/math";
import { expectClose, expectSameRotation } from "../close.js";

test("there and back is the same rotation", () => {
  for (let i = 0; i < 100; i++) {
    const rotation = randomRotation(seeded(8).item(i));
    expectSameRotation(rotationFromCryosparc(cryosparcFromRotation(rotation)), rotation);
  }
});

test("the vector is that of the inverse", () => {
  const pose = [0.2, -1.3, 0.9] as const;
  expectSameRotation(composed(rotationFromVector(pose), rotationFromCryosparc(pose)), identityRotation);
  expectClose(cryosparcFromRotation(rotationFromCryosparc(pose)), pose);
});
