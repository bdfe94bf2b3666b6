import type { DifferentiableObjective, Slope } from "./objective.js";
import { dot, sum } from "./vectors.js";

/** A point that a line search found, with what the objective tells there. */
export interface LinePoint extends Slope {
  readonly point: Float64Array;
  /** How far along the direction. */
  readonly step: number;
  /** Derivative of the objective along the direction. */
  readonly slope: number;
}

/** What a line search came to: a point, if there is one that is better, and how often it asked. */
export interface LineSearch {
  readonly found: LinePoint | undefined;
  readonly evaluations: number;
}

/** How much of the decrease that the slope promises is enough. */
const sufficient = 1e-4;
/** Differences of values below this part of them are rounding; slopes decide then (Hager and Zhang 2005, SIAM J. Optim. 16:170). */
const rounding = 1e-14;
/** Steps tried before a search gives up: enough to halve a unit step down to rounding. */
const mostSteps = 60;

/**
 * Finds a step along a direction of descent that meets the strong Wolfe conditions: the value falls by enough, and the slope
 * to at most `flatness` of what it was. Brackets such a step, then closes in by cubic interpolation (Nocedal and Wright 2006,
 * "Numerical Optimization", algorithms 3.5 and 3.6). Where rounding allows no such step, the best point met stands for it.
 */
export async function wolfeSearch(
  objective: DifferentiableObjective,
  from: Slope & { readonly point: Float64Array },
  direction: Float64Array,
  firstStep: number,
  flatness: number,
): Promise<LineSearch> {
  const start: LinePoint = { ...from, step: 0, slope: dot(from.gradient, direction) };
  const level = start.value + rounding * Math.abs(start.value);
  const enough = ({ step, value, slope }: LinePoint): boolean =>
    value <= start.value + sufficient * step * start.slope ||
    (value <= level && slope <= (2 * sufficient - 1) * start.slope);
  const flat = ({ slope }: LinePoint): boolean => Math.abs(slope) <= -flatness * start.slope;
  let low = start;
  let high: LinePoint | undefined;
  let step = firstStep;
  for (let evaluations = 1; evaluations <= mostSteps; evaluations++) {
    const tried = await lineAt(objective, from.point, direction, step);
    if (!enough(tried) || (low.step > 0 && !(tried.value < low.value)) || Number.isNaN(tried.slope)) {
      high = tried;
    } else {
      if (flat(tried)) return { found: tried, evaluations };
      const beyond = high === undefined ? tried.slope >= 0 : tried.slope * (high.step - low.step) >= 0;
      if (beyond) high = low;
      low = tried;
    }
    step = high === undefined ? 4 * step : between(low, high);
    if (step === low.step || step === high?.step) return { found: better(low, start), evaluations };
  }
  return { found: better(low, start), evaluations: mostSteps };
}

async function lineAt(
  objective: DifferentiableObjective,
  origin: Float64Array,
  direction: Float64Array,
  step: number,
): Promise<LinePoint> {
  const point = sum(origin, step, direction);
  const { value, gradient } = await objective(point);
  return { point, step, value, gradient, slope: dot(gradient, direction) };
}

function better(found: LinePoint, start: LinePoint): LinePoint | undefined {
  return found.value < start.value ? found : undefined;
}

/** The minimum of the cubic through two points and their slopes, kept off the ends; the middle where there is no such cubic. */
function between(low: LinePoint, high: LinePoint): number {
  const width = high.step - low.step;
  const middle = low.step + width / 2;
  if (!Number.isFinite(high.value) || !Number.isFinite(high.slope)) return low.step + width / 4;
  const d = low.slope + high.slope - (3 * (high.value - low.value)) / width;
  const square = d * d - low.slope * high.slope;
  if (!(square >= 0)) return middle;
  const root = Math.sign(width) * Math.sqrt(square);
  const step = high.step - (width * (high.slope + root - d)) / (high.slope - low.slope + 2 * root);
  const share = (step - low.step) / width;
  return share > 0.05 && share < 0.95 ? step : middle;
}
