import type { Slope } from "../../../../lib/src/math/optimise/index.js";

/** Rosenbrock's valley of two or more coordinates (1960, Comput. J. 3:175); lowest at 1 everywhere, where it is 0. */
export function rosenbrock(p: Float64Array): Slope {
  const gradient = new Float64Array(p.length);
  let value = 0;
  for (let i = 0; i + 1 < p.length; i++) {
    const [across, along] = [p[i + 1]! - p[i]! ** 2, 1 - p[i]!];
    value += 100 * across ** 2 + along ** 2;
    gradient[i]! += -400 * across * p[i]! - 2 * along;
    gradient[i + 1]! += 200 * across;
  }
  return { value, gradient };
}

/** Powell's singular function (1962, Comput. J. 5:147): its curvature vanishes at the minimum, 0 at the origin. */
export function powell(p: Float64Array): Slope {
  const [a, b, c, d] = p as unknown as [number, number, number, number];
  const [s, t, u, v] = [a + 10 * b, c - d, b - 2 * c, a - d];
  return {
    value: s ** 2 + 5 * t ** 2 + u ** 4 + 10 * v ** 4,
    gradient: Float64Array.of(
      2 * s + 40 * v ** 3,
      20 * s + 4 * u ** 3,
      10 * t - 8 * u ** 3,
      -10 * t - 40 * v ** 3,
    ),
  };
}

/** Beale's function (1958): lowest at (3, 0.5), where it is 0. */
export function beale(p: Float64Array): Slope {
  const [x, y] = p as unknown as [number, number];
  let [value, dx, dy] = [0, 0, 0];
  [1.5, 2.25, 2.625].forEach((constant, i) => {
    const left = constant - x + x * y ** (i + 1);
    value += left ** 2;
    dx += 2 * left * (y ** (i + 1) - 1);
    dy += 2 * left * (i + 1) * x * y ** i;
  });
  return { value, gradient: Float64Array.of(dx, dy) };
}

/** All states of an iteration. */
export async function allOf<S>(states: AsyncGenerator<S, void>): Promise<S[]> {
  const all: S[] = [];
  for await (const state of states) all.push(state);
  return all;
}
