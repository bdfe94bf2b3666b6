import { expect, test } from "vitest";
import { seeded } from "vitrine/core";
import {
  angleBetweenDeg,
  composed,
  identityRotation,
  meanRotation,
  randomRotation,
  randomTurn,
  rotationAbout,
} from "vitrine/math";
import type { Rotation } from "vitrine/math";
import golden from "../../golden/math/rotations.json" with { type: "json" };
import { expectSameRotation } from "./close.js";

const centre = randomRotation(seeded(5));
const around = Array.from({ length: 400 }, (_, i) =>
  composed(randomTurn(seeded(6).item(i), { largestDeg: 20 }), centre),
);

test("the mean of one rotation is itself, a half turn too", () => {
  expectSameRotation(meanRotation([centre]), centre);
  expectSameRotation(meanRotation([rotationAbout([1, 1, 0], 180)]), rotationAbout([1, 1, 0], 180));
});

test("the mean of two is half-way", () => {
  expectSameRotation(
    meanRotation([rotationAbout([0, 1, 0], -10), rotationAbout([0, 1, 0], 60)]),
    rotationAbout([0, 1, 0], 25),
  );
});

test("turning all turns the mean, from either side", () => {
  const turn = randomRotation(seeded(7));
  const mean = meanRotation(around);
  expectSameRotation(
    meanRotation(around.map((rotation) => composed(turn, rotation))),
    composed(turn, mean),
    1e-10,
  );
  expectSameRotation(
    meanRotation(around.map((rotation) => composed(rotation, turn))),
    composed(mean, turn),
    1e-10,
  );
});

test("the mean of 400 turns of up to 20 degrees finds the middle", () => {
  // an angle uniform in the ball has a mean square of 0.6 * 20², a third of it along each axis: 8.9 / sqrt(400) per axis
  expect(angleBetweenDeg(meanRotation(around), centre)).toBeLessThan(4 * 8.9 * Math.sqrt(3 / 400));
});

test("weights count as repetitions do", () => {
  const [a, b] = [rotationAbout([1, 0, 0], 30), rotationAbout([0, 0, 1], 50)];
  expectSameRotation(meanRotation([a, b], { weights: [2, 1] }), meanRotation([a, a, b]));
});

test("means are those of scipy", () => {
  const { rotations, weights, plain, weighted } = golden.mean as unknown as {
    rotations: Rotation[];
    weights: number[];
    plain: Rotation;
    weighted: Rotation;
  };
  expectSameRotation(meanRotation(rotations), plain);
  expectSameRotation(meanRotation(rotations, { weights }), weighted);
});

test("where there is no mean it says so", () => {
  expect(() => meanRotation([])).toThrow("rotations: got none");
  expect(() => meanRotation([identityRotation, rotationAbout([1, 0, 0], 180)])).toThrow("several means");
  expect(() => meanRotation([identityRotation], { weights: [] })).toThrow("weights: got 0, wanted 1");
  expect(() => meanRotation([identityRotation], { weights: [-1] })).toThrow("weights[0]: got -1");
});
