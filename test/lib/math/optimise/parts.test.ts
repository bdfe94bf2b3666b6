import { describe, expect, test } from "vitest";
import { wolfeSearch } from "../../../../lib/src/math/optimise/line-search.js";
import { requireLength } from "../../../../lib/src/math/optimise/linear-operator.js";
import type { Slope } from "../../../../lib/src/math/optimise/objective.js";
import { projectedSearch } from "../../../../lib/src/math/optimise/projected-search.js";
import { iterate, resolveIteration } from "../../../../lib/src/math/optimise/iterate.js";
import { clampInto, startingPoint } from "../../../../lib/src/math/optimise/objective.js";
import { dot, largest, norm, sum } from "../../../../lib/src/math/optimise/vectors.js";
import { allOf, beale, powell, rosenbrock } from "./functions.js";

describe("the line search", () => {
  const starts = [
    [rosenbrock, [-1.2, 1]],
    [beale, [1, 1]],
    [powell, [3, -1, 0, 1]],
  ] as const;

  test.each([1e-6, 1e-2, 1, 1e3])(
    "meets the strong Wolfe conditions from a first step of %f",
    async (firstStep) => {
      for (const [objective, start] of starts) {
        const from = { point: Float64Array.from(start), ...objective(Float64Array.from(start)) };
        const direction = from.gradient.map((g) => -g);
        const slope = dot(from.gradient, direction);
        for (const flatness of [0.9, 0.1]) {
          const { found, evaluations } = await wolfeSearch(objective, from, direction, firstStep, flatness);
          expect(found!.value).toBeLessThanOrEqual(from.value + 1e-4 * found!.step * slope);
          expect(Math.abs(found!.slope)).toBeLessThanOrEqual(-flatness * slope);
          expect(found!.point).toEqual(sum(from.point, found!.step, direction));
          expect(evaluations).toBeLessThan(40);
        }
      }
    },
  );

  test("finds nothing uphill", async () => {
    const from = { point: Float64Array.of(-1.2, 1), ...rosenbrock(Float64Array.of(-1.2, 1)) };
    expect((await wolfeSearch(rosenbrock, from, from.gradient, 1e-3, 0.9)).found).toBeUndefined();
    const bounds = { lower: [-2, -2], upper: [2, 2] };
    expect((await projectedSearch(rosenbrock, from, from.gradient, 1e-3, bounds)).found).toBeUndefined();
  });

  test("in a box the path bends along its side", async () => {
    const from = { point: Float64Array.of(0, 0), value: 2, gradient: Float64Array.of(-2, -2) };
    const bowl = (p: Float64Array): Slope & { readonly point: Float64Array } => ({
      point: p,
      value: (p[0]! - 1) ** 2 + (p[1]! - 1) ** 2,
      gradient: p.map((x) => 2 * x - 2),
    });
    const bounds = { lower: [0, 0], upper: [0.25, 5] };
    const { found } = await projectedSearch(bowl, from, Float64Array.of(1, 1), 1, bounds);
    expect(Array.from(found!.point)).toEqual([0.25, 1]);
  });
});

test("an iteration ends by its verdict or its limit, and its limit can be moved", async () => {
  const first = { iteration: 0, verdict: "running", value: 8 } as const;
  const halve = (state: { iteration: number; value: number }) =>
    ({
      iteration: state.iteration + 1,
      value: state.value / 2,
      verdict: state.value > 2 ? "running" : "converged",
    }) as const;
  const verdicts = async (
    most: number,
    from: Parameters<typeof halve>[0] & { verdict: "running" | "iterations" | "converged" },
  ) =>
    (
      await allOf(
        iterate<{ iteration: number; value: number; verdict: "running" | "iterations" | "converged" }>(
          "halving",
          from,
          halve,
          most,
          {},
        ),
      )
    ).map(({ verdict }) => verdict);
  expect(await verdicts(9, first)).toEqual(["running", "running", "running", "converged"]);
  expect(await verdicts(1, first)).toEqual(["running", "iterations"]);
  expect(await verdicts(0, first)).toEqual(["iterations"]);
  expect(await verdicts(9, { iteration: 1, verdict: "iterations", value: 4 })).toEqual([
    "running",
    "running",
    "converged",
  ]);
  expect(() => resolveIteration({ maxIterations: -1 }, { maxIterations: 1, tolerance: 1 })).toThrow(
    "maxIterations",
  );
});

test("starts and vectors", () => {
  const [a, b] = [Float64Array.of(3, -4), Float64Array.of(1, 2)];
  expect([dot(a, b), norm(a), largest(a)]).toEqual([-5, 5, 4]);
  expect(Array.from(sum(a, 2, b))).toEqual([5, 0]);
  expect(Array.from(clampInto(Float64Array.of(-3, 9), { lower: [-1, 0], upper: [1, 5] }))).toEqual([-1, 5]);
  expect(() => startingPoint([])).toThrow("at least one number");
  expect(() => startingPoint([1, 2], { lower: [0], upper: [3] })).toThrow("within its bounds");
  expect(() => requireLength("adjoint", a, 3)).toThrow("adjoint: got 2 elements, wanted 3");
});
