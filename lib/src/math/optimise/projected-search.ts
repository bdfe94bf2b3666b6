import type { LineSearch } from "./line-search.js";
import { clampInto } from "./objective.js";
import type { Bounds, DifferentiableObjective, Slope } from "./objective.js";
import { dot, sum } from "./vectors.js";

/** How much of the decrease that the gradient promises is enough. */
const sufficient = 1e-4;
/** Halvings before the search gives up: a unit step is then below rounding. */
const mostHalvings = 60;

/**
 * Finds a step along a direction whose path bends where it meets a box: halves it until the value falls by enough of what
 * the gradient promises for the bent path (Bertsekas 1982, SIAM J. Control Optim. 20:221).
 */
export async function projectedSearch(
  objective: DifferentiableObjective,
  from: Slope & { readonly point: Float64Array },
  direction: Float64Array,
  firstStep: number,
  bounds: Bounds,
): Promise<LineSearch> {
  let step = firstStep;
  for (let evaluations = 1; evaluations <= mostHalvings; evaluations++) {
    const point = clampInto(sum(from.point, step, direction), bounds);
    const { value, gradient } = await objective(point);
    const promised = dot(from.gradient, sum(point, -1, from.point));
    if (promised < 0 && value <= from.value + sufficient * promised) {
      return { found: { point, value, gradient, step, slope: dot(gradient, direction) }, evaluations };
    }
    step /= 2;
  }
  return { found: undefined, evaluations: mostHalvings };
}
