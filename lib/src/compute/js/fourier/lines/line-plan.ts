import { bluesteinPlan } from "./bluestein.js";
import { radices } from "./factors.js";
import { kept } from "./kept.js";
import type { LinePlan } from "./line-block.js";
import { mixedRadixPlan } from "./mixed-radix.js";

/** Largest prime factor that is transformed directly; above it a convolution at a fast size costs less. */
const largestPrime = 31;
/** Plans kept; a plan holds about 16 bytes per element of a line, up to 100 for a large prime. */
const mostPlans = 32;

/** The plan for lines of a size, made on first use. */
export const linePlan: (size: number) => LinePlan = kept(mostPlans, (size) =>
  Math.max(1, ...radices(size)) > largestPrime ? bluesteinPlan(size) : mixedRadixPlan(size),
);
