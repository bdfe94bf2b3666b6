import { describe, expect, test } from "vitest";
import {
  conjugateGradientLeastSquares,
  conjugateGradientLeastSquaresStates,
} from "../../../../lib/src/math/optimise/conjugate-gradient-least-squares.js";
import { conjugateGradients, lastState } from "../../../../lib/src/math/optimise/index.js";
import { pseudoInverse } from "../../../../lib/src/math/linear/index.js";
import { largestDifference, positiveNoise, product, transpose } from "../linear/matrices.js";
import { noise } from "../numbers.js";
import { allOf } from "./functions.js";

const size = 50;
const matrix = positiveNoise(size);
const operator = (x: Float64Array): Float64Array => product(matrix, x, [size, size, 1]);
const truth = noise(size, 9);

describe("conjugate gradients", () => {
  test("a matrix of five different eigenvalues takes five steps", async () => {
    const five = (x: Float64Array): Float64Array => x.map((value, i) => value * (1 + (i % 5)));
    const found = await conjugateGradients(five, five(truth));
    expect(found.iteration).toBe(5);
    expect(largestDifference(found.point, truth)).toBeLessThan(1e-9);
  });

  test("50 unknowns of moderate condition: no more than 50 steps to 1e-10", async () => {
    const eased = (x: Float64Array): Float64Array => operator(x).map((value, i) => value + size * x[i]!);
    const found = await conjugateGradients(eased, eased(truth));
    expect(found.verdict).toBe("converged");
    expect(found.iteration).toBeLessThanOrEqual(size);
    expect(largestDifference(found.point, truth)).toBeLessThan(1e-9);
  });

  test("a preconditioner that is the inverse takes one step; a good start takes none", async () => {
    const inverse = pseudoInverse(matrix, [size, size]);
    const preconditioner = (x: Float64Array): Float64Array => product(inverse, x, [size, size, 1]);
    expect((await conjugateGradients(operator, operator(truth), { preconditioner })).iteration).toBe(1);
    expect((await conjugateGradients(operator, operator(truth), { start: truth })).iteration).toBe(0);
  });

  test("goes on from a stored state, and answers to an operator that answers later", async () => {
    const half = await conjugateGradients(operator, operator(truth), { maxIterations: 7 });
    const whole = await conjugateGradients(async (x) => Promise.resolve(operator(x)), operator(truth));
    expect(half.verdict).toBe("iterations");
    expect(await conjugateGradients(operator, operator(truth), { start: structuredClone(half) })).toEqual(
      whole,
    );
  });

  test("an operator that is not positive stalls, one of the wrong size is refused, a right side of 0 is done", async () => {
    expect((await conjugateGradients((x) => x.map((v) => -v), truth)).verdict).toBe("stalled");
    await expect(conjugateGradients(() => new Float64Array(3), truth)).rejects.toThrow(
      "operator: got 3 elements",
    );
    expect((await conjugateGradients(operator, new Float64Array(size))).iteration).toBe(0);
  });
});

describe("conjugate gradients for least squares", () => {
  const [rows, columns] = [40, 12];
  const design = noise(rows * columns, 2);
  const pair = {
    forward: (x: Float64Array): Float64Array => product(design, x, [rows, columns, 1]),
    adjoint: (y: Float64Array): Float64Array =>
      product(transpose(design, [rows, columns]), y, [columns, rows, 1]),
  };
  const observed = noise(rows, 3);

  test("the pseudo-inverse's solution in as many steps as unknowns", async () => {
    const found = await conjugateGradientLeastSquares(pair, observed);
    expect(found.verdict).toBe("converged");
    expect(found.iteration).toBeLessThanOrEqual(columns + 1);
    const expected = product(pseudoInverse(design, [rows, columns]), observed, [columns, rows, 1]);
    expect(largestDifference(found.point, expected)).toBeLessThan(1e-10);
  });

  test("the shortest of many solutions, where there are fewer observations than unknowns", async () => {
    const turned = { forward: pair.adjoint, adjoint: pair.forward };
    const right = noise(columns, 4);
    const found = await conjugateGradientLeastSquares(turned, right);
    const inverse = pseudoInverse(transpose(design, [rows, columns]), [columns, rows]);
    expect(largestDifference(found.point, product(inverse, right, [rows, columns, 1]))).toBeLessThan(1e-10);
  });

  test("damping is that of the normal equations, and the sum of squares never rises", async () => {
    const damping = 3;
    const states = await allOf(conjugateGradientLeastSquaresStates(pair, observed, { damping }));
    const { point } = states.at(-1)!;
    const left = pair.adjoint(pair.forward(point)).map((value, i) => value + damping * point[i]!);
    expect(largestDifference(left, pair.adjoint(observed))).toBeLessThan(1e-8);
    states
      .slice(1)
      .forEach(({ value }, i) => expect(value).toBeLessThanOrEqual(states[i]!.value * (1 + 1e-14)));
  });

  test("goes on from a stored state; nothing observed is done at once", async () => {
    const half = await lastState(conjugateGradientLeastSquaresStates(pair, observed, { maxIterations: 4 }));
    expect(await conjugateGradientLeastSquares(pair, observed, { start: structuredClone(half) })).toEqual(
      await conjugateGradientLeastSquares(pair, observed),
    );
    expect((await conjugateGradientLeastSquares(pair, new Float64Array(rows))).iteration).toBe(0);
  });
});
