import { describe, expect, test } from "vitest";
import { levenbergMarquardtStates } from "../../../../lib/src/math/fitting/levenberg-marquardt.js";
import { fitModel } from "../../../../lib/src/math/fitting/index.js";
import { dampedStep } from "../../../../lib/src/math/fitting/damped-step.js";
import { numericalJacobian } from "../../../../lib/src/math/fitting/numerical-jacobian.js";
import golden from "../../../golden/math-b/fits.json" with { type: "json" };
import { relativeError } from "../numbers.js";
import { allOf } from "../optimise/functions.js";
import { referenceFits } from "./nist.js";

/** NIST certifies eleven digits; a step of at most 1e-10 of the parameters leaves eight of them where residuals remain. */
const certified = 1e-7;

describe("the method of Levenberg and Marquardt", () => {
  test.each(referenceFits.flatMap((fit) => fit.starts.map((start) => [fit.name, start, fit] as const)))(
    "NIST's certified values, %s from %j",
    async (_, start, { model, x, y, parameters, standardErrors, sumOfSquares }) => {
      const fit = await fitModel((b) => Float64Array.from(x, (at, i) => model(b, at) - y[i]!), start);
      expect(fit.verdict).toBe("converged");
      fit.point.forEach((value, j) => expect(Math.abs(value / parameters[j]! - 1)).toBeLessThan(certified));
      // errors come from derivatives by differences, right to about 1e-9, and may lose some digits to the condition
      fit.standardErrors.forEach((value, j) =>
        expect(Math.abs(value / standardErrors[j]! - 1)).toBeLessThan(1e-5),
      );
      expect(Math.abs(fit.value / sumOfSquares - 1)).toBeLessThan(1e-9);
      expect(fit.degreesOfFreedom).toBe(x.length - parameters.length);
    },
  );

  test("BoxBOD from [1, 1] steps onto a plateau, where no rate is better than another, and says so", async () => {
    const { model, x, y } = referenceFits.find(({ name }) => name === "BoxBOD")!;
    const fit = await fitModel((b) => Float64Array.from(x, (at, i) => model(b, at) - y[i]!), [1, 1]);
    expect(fit.point[0]).toBeCloseTo(172.5, 4);
    expect(fit.standardErrors[1]).toBeNaN();
  });

  const { counts, sigma, parameters, covariance, bounded } = golden.decay;
  const decay = ([a, k, b]: Float64Array): Float64Array =>
    Float64Array.from(counts, (count, t) => (a! * Math.exp(-k! * t) + b! - count) / sigma[t]!);
  const jacobian = ([a, k]: Float64Array): Float64Array =>
    Float64Array.from(
      counts.flatMap((_, t) =>
        [1, -a! * t, Math.exp(k! * t)].map((d) => (d * Math.exp(-k! * t)) / sigma[t]!),
      ),
    );

  test("scipy's parameters and covariance with known errors", async () => {
    const fit = await fitModel(decay, [50, 1, 0], { errors: "known" });
    // scipy's derivatives are one-sided differences, right to 1e-8
    expect(relativeError(fit.point, parameters)).toBeLessThan(1e-6);
    expect(relativeError(fit.covariance, covariance)).toBeLessThan(1e-5);
  });

  test("derivatives that are given lead to the same place", async () => {
    const [exact, differences] = [
      await fitModel(decay, [50, 1, 0], { jacobian }),
      await fitModel(decay, [50, 1, 0]),
    ];
    expect(relativeError(exact.point, differences.point)).toBeLessThan(1e-8);
    const there = Float64Array.of(50, 1, 0);
    expect(relativeError(await numericalJacobian(decay, there, undefined), jacobian(there))).toBeLessThan(
      1e-9,
    );
  });

  test("scipy's parameters in a box; what ended on a bound has no error, and no point outside is asked for", async () => {
    const bounds = { lower: [0, 0, -1], upper: [200, 5, 4] };
    const inside = (p: Float64Array): Float64Array => {
      expect(p.every((x, j) => x >= bounds.lower[j]! && x <= bounds.upper[j]!)).toBe(true);
      return decay(p);
    };
    const fit = await fitModel(inside, [50, 1, 0], { bounds });
    expect(fit.verdict).toBe("converged");
    expect(relativeError(fit.point, bounded)).toBeLessThan(1e-6);
    expect(fit.point[2]).toBe(4);
    expect(fit.standardErrors[2]).toBe(0);
    expect(fit.degreesOfFreedom).toBe(10);
  });

  test("a start on the bound that it pushes against, from below and from above, is soon done", async () => {
    // without bounds the lowest point is (sign, -sign); in the half plane it is (0, -sign / 2)
    for (const sign of [1, -1]) {
      const residuals = ([a, b]: Float64Array): Float64Array =>
        Float64Array.of(a! + b!, a! - sign, b! + sign);
      const bounds = { lower: [sign < 0 ? 0 : -9, -9], upper: [sign > 0 ? 0 : 9, 9] };
      const fit = await fitModel(residuals, [0, 5], { bounds });
      expect(fit.verdict).toBe("converged");
      expect(fit.iteration).toBeLessThan(12);
      expect(fit.point[0]).toBeCloseTo(0, 12);
      expect(fit.point[1]).toBeCloseTo(-sign / 2, 9);
    }
  });

  test("the sum of squares never rises; a stored state goes on; later answers give the same bytes", async () => {
    const states = await allOf(levenbergMarquardtStates(decay, [50, 1, 0]));
    states.slice(1).forEach(({ value }, i) => expect(value).toBeLessThanOrEqual(states[i]!.value));
    const whole = await fitModel(decay, [50, 1, 0]);
    expect(await fitModel(decay, structuredClone(states[3]!))).toEqual(whole);
    expect(await fitModel(async (p) => Promise.resolve(decay(p)), [50, 1, 0])).toEqual(whole);
  });

  test("exact data, a parameter that nothing depends on, and a start at the minimum", async () => {
    const exact = await fitModel(([a]) => Float64Array.of(a! - 2, 3 * a! - 6), [10]);
    expect(exact.point[0]).toBeCloseTo(2, 10);
    expect(exact.verdict).toBe("converged");
    const idle = await fitModel(([a]) => Float64Array.of(a! - 2, a! - 3, a! - 2.5), [10, 5]);
    expect(idle.point[0]).toBeCloseTo(2.5, 8);
    expect(idle.point[1]).toBe(5);
    expect(idle.standardErrors[0]).toBeCloseTo(Math.sqrt(1 / 6), 6);
    expect(idle.standardErrors[1]).toBeNaN();
    expect((await fitModel(([a]) => Float64Array.of(a!, 2 * a!), [0])).iteration).toBe(0);
  });

  test("what can't be fitted is refused; too few iterations are said", async () => {
    await expect(fitModel(() => Float64Array.of(Number.NaN), [1])).rejects.toThrow("finite sum of squares");
    await expect(
      fitModel(decay, [1, 1, 9], { bounds: { lower: [0, 0, 0], upper: [9, 9, 4] } }),
    ).rejects.toThrow("bounds");
    await expect(fitModel(decay, [1, 1, 1], { jacobian: () => new Float64Array(4) })).rejects.toThrow(
      "12 residuals x 3",
    );
    expect((await fitModel(decay, [50, 1, 0], { maxIterations: 2 })).verdict).toBe("iterations");
  });
});

test("a damped step solves the damped normal equations, and leaves what is held", () => {
  const [jacobian, residuals, scales] = [
    Float64Array.of(1, 2, 3, 4, 5, 6),
    Float64Array.of(1, -1, 2),
    Float64Array.of(2, 3),
  ];
  const step = dampedStep(jacobian, residuals, scales, 0.5, [false, false]);
  // (J^T J + 0.5 diag(4, 9)) step = -J^T r
  expect(37 * step[0]! + 44 * step[1]!).toBeCloseTo(-8, 12);
  expect(44 * step[0]! + 60.5 * step[1]!).toBeCloseTo(-10, 12);
  expect(dampedStep(jacobian, residuals, scales, 0.5, [true, false])[0]).toBeCloseTo(0, 15);
});
