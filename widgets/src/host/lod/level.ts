import { statistics } from "vitrine";
import type { Binned } from "./binning.js";

/** Standard deviations above the mean: encloses most particles' maps in their usual boxes without the solvent. */
const deviations = 2;

/**
 * Density of the first isosurface: mean + 2 sd of a binned copy, which has less noise than the map itself, or half
 * way between its extremes where nothing is as high as that. 0 where nothing is finite.
 */
export function firstLevel({ data }: Binned): number {
  const { count, min, max, mean, sd } = statistics(data);
  if (count === 0) return 0;
  const level = mean + deviations * sd;
  return level < max ? level : (min + max) / 2;
}
