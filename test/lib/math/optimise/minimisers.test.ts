import { describe, expect, test } from "vitest";
import { lbfgs, lbfgsStates } from "../../../../lib/src/math/optimise/lbfgs.js";
import { nelderMead, nelderMeadStates } from "../../../../lib/src/math/optimise/nelder-mead.js";
import {
  nonlinearConjugateGradients,
  nonlinearConjugateGradientStates,
} from "../../../../lib/src/math/optimise/nonlinear-conjugate-gradients.js";
import type { Slope } from "../../../../lib/src/math/optimise/index.js";
import golden from "../../../golden/math-b/fits.json" with { type: "json" };
import { largestDifference } from "../linear/matrices.js";
import { allOf, beale, powell, rosenbrock } from "./functions.js";

const problems: readonly (readonly [string, (p: Float64Array) => Slope, number[], number[], number])[] = [
  ["Rosenbrock 2", rosenbrock, [-1.2, 1], [1, 1], 1e-6],
  ["Rosenbrock 10", rosenbrock, new Array<number>(10).fill(-0.5), new Array<number>(10).fill(1), 1e-6],
  ["Beale", beale, [1, 1], [3, 0.5], 1e-6],
  // the curvature vanishes: a gradient of 1e-6 is met some hundredths from the minimum
  ["Powell's singular", powell, [3, -1, 0, 1], [0, 0, 0, 0], 2e-2],
  [
    "a number",
    (p) => ({ value: (p[0]! - 7) ** 2, gradient: Float64Array.of(2 * p[0]! - 14) }),
    [0],
    [7],
    1e-6,
  ],
];

describe("minimisers with gradients", () => {
  const methods = [
    ["L-BFGS", lbfgs],
    ["conjugate gradients", nonlinearConjugateGradients],
  ] as const;
  test.each(
    methods.flatMap(([name, method]) => problems.map((problem) => [name, ...problem, method] as const)),
  )("%s finds the minimum of %s", async (_, __, objective, start, minimum, near, method) => {
    const found = await method(objective, start);
    expect(found.verdict).toBe("converged");
    expect(largestDifference(found.point, minimum)).toBeLessThan(near);
    expect(found.value).toBe(objective(found.point).value);
    expect(Math.max(...found.gradient.map(Math.abs))).toBeLessThanOrEqual(1e-6);
  });

  test.each([
    ["L-BFGS", lbfgsStates, 60],
    ["conjugate gradients", nonlinearConjugateGradientStates, 60],
  ] as const)(
    "%s: values never rise by more than rounding, and the search is short",
    async (_, states, most) => {
      const all = await allOf<{ value: number; evaluations: number }>(states(rosenbrock, [-1.2, 1]));
      all.slice(1).forEach(({ value }, i) => expect(value).toBeLessThanOrEqual(all[i]!.value * (1 + 1e-13)));
      expect(all.length).toBeLessThan(most);
      expect(all.at(-1)!.evaluations).toBeLessThan(4 * most);
    },
  );

  test("a tighter tolerance is met; an impossible one ends as stalled or converged, not for ever", async () => {
    const tight = await lbfgs(rosenbrock, [-1.2, 1], { tolerance: 1e-12 });
    expect(largestDifference(tight.point, [1, 1])).toBeLessThan(1e-11);
    const shifted = (p: Float64Array): Slope => ({
      value: 1e6 + p[0]! ** 2,
      gradient: Float64Array.of(2 * p[0]! + 1e-3),
    });
    expect((await lbfgs(shifted, [1])).verdict).not.toBe("iterations");
    const wrong = (p: Float64Array): Slope => ({ value: p[0]! ** 2, gradient: Float64Array.of(-1) });
    expect((await lbfgs(wrong, [1])).verdict).toBe("stalled");
    expect((await nonlinearConjugateGradients(wrong, [1])).verdict).toBe("stalled");
  });

  test("a step into where the objective is not a number is taken back", async () => {
    const root = (p: Float64Array): Slope => ({
      value: p[0]! - Math.log(p[0]!),
      gradient: Float64Array.of(1 - 1 / p[0]!),
    });
    for (const method of [lbfgs, nonlinearConjugateGradients]) {
      expect((await method(root, [30])).point[0]).toBeCloseTo(1, 5);
    }
  });
});

describe("L-BFGS in a box", () => {
  test("scipy's minimum", async () => {
    const { lower, upper, start, point, value } = golden.box;
    const found = await lbfgs(rosenbrock, start, { bounds: { lower, upper }, tolerance: 1e-9 });
    expect(found.verdict).toBe("converged");
    // scipy's gradient is 1e-10 at best, the smallest curvature about 1
    expect(largestDifference(found.point, point)).toBeLessThan(1e-6);
    expect(Math.abs(found.value / value - 1)).toBeLessThan(1e-10);
  });

  test("no point outside is ever asked for", async () => {
    const bounds = { lower: [-1, Number.NEGATIVE_INFINITY], upper: [0.5, 2] };
    const inside = (p: Float64Array): Slope => {
      expect(p[0]! >= -1 && p[0]! <= 0.5 && p[1]! <= 2).toBe(true);
      return rosenbrock(p);
    };
    const found = await lbfgs(inside, [-1, 2], { bounds });
    expect(largestDifference(found.point, [0.5, 0.25])).toBeLessThan(1e-6);
  });

  test("a start outside is refused", async () => {
    await expect(lbfgs(rosenbrock, [3, 0], { bounds: { lower: [0, 0], upper: [1, 1] } })).rejects.toThrow(
      "within its bounds",
    );
  });
});

describe("Nelder and Mead", () => {
  test.each(problems.filter(([name]) => name !== "Rosenbrock 10"))(
    "finds the minimum of %s",
    async (_, objective, start, minimum, near) => {
      const found = await nelderMead((p) => objective(p).value, start);
      expect(found.verdict).toBe("converged");
      expect(largestDifference(found.point, minimum)).toBeLessThan(near);
    },
  );

  test("works where there is no gradient, keeps to its box, and counts what it asks", async () => {
    let asked = 0;
    const corner = ([x, y]: Float64Array): number => {
      asked += 1;
      expect(x! <= 0.5).toBe(true);
      return Math.abs(x! - 2) + Math.abs(y! + 1);
    };
    const bounds = { lower: [-9, -9], upper: [0.5, 9] };
    const found = await nelderMead(corner, [0, 0], { bounds, steps: [0.7, 1] });
    expect(largestDifference(found.point, [0.5, -1])).toBeLessThan(1e-6);
    expect(found.evaluations).toBe(asked);
  });
});

test("Nelder and Mead count what they ask where the simplex shrinks too", async () => {
  let asked = 0;
  const rough = ([x, y]: Float64Array): number => {
    asked += 1;
    return Math.hypot(x!, y!) + Math.sin(40 * x!) * Math.sin(40 * y!);
  };
  const states = await allOf(nelderMeadStates(rough, [1, 1]));
  const steps = states.slice(1).map(({ evaluations }, i) => evaluations - states[i]!.evaluations);
  expect(Math.max(...steps)).toBe(4);
  expect(states.at(-1)!.evaluations).toBe(asked);
});

describe("all of them", () => {
  const value = (p: Float64Array): number => rosenbrock(p).value;
  const later = async (p: Float64Array): Promise<Slope> => Promise.resolve(rosenbrock(p));

  test("an objective that answers later gives the same bytes", async () => {
    expect(await lbfgs(later, [-1.2, 1])).toEqual(await lbfgs(rosenbrock, [-1.2, 1]));
    expect(await nelderMead(async (p) => (await later(p)).value, [0, 0])).toEqual(
      await nelderMead(value, [0, 0]),
    );
  });

  test("a state that was stored goes on to the same end", async () => {
    const stored = structuredClone(await lbfgs(rosenbrock, [-1.2, 1], { maxIterations: 9 }));
    expect(stored.verdict).toBe("iterations");
    expect(stored.iteration).toBe(9);
    expect(await lbfgs(rosenbrock, stored)).toEqual(await lbfgs(rosenbrock, [-1.2, 1]));
    const simplex = (await allOf(nelderMeadStates(value, [-1.2, 1])))[20]!;
    expect(await nelderMead(value, structuredClone(simplex))).toEqual(await nelderMead(value, [-1.2, 1]));
    const along = (await allOf(nonlinearConjugateGradientStates(rosenbrock, [-1.2, 1])))[5]!;
    expect(await nonlinearConjugateGradients(rosenbrock, structuredClone(along))).toEqual(
      await nonlinearConjugateGradients(rosenbrock, [-1.2, 1]),
    );
  });

  test("they report, stop when asked to, and refuse a start that can't be used", async () => {
    const seen: number[] = [];
    await lbfgs(rosenbrock, [0, 0], { onProgress: ({ done }) => seen.push(done), maxIterations: 4 });
    expect(seen).toEqual([1, 2, 3, 4]);
    const stop = new AbortController();
    const stopping = (p: Float64Array): Slope => {
      stop.abort();
      return rosenbrock(p);
    };
    await expect(lbfgs(stopping, [0, 0], { signal: stop.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
    await expect(nelderMead(() => Number.NaN, [0])).rejects.toThrow("objective at the start");
    await expect(nelderMead(value, [Number.NaN])).rejects.toThrow("all finite");
    await expect(lbfgs(rosenbrock, [0, 0], { tolerance: 0 })).rejects.toMatchObject({ tag: "value" });
  });
});
