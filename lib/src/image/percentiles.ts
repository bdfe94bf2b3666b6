import { requireBetween } from "../core/index.js";
import type { Image, ImageStack, Volume } from "../model/index.js";
import { orderStatistics } from "./order-statistics.js";

/**
 * Percentiles of the finite values of an image, a stack or a map, each `p` in percent from 0 (the smallest value) to 100
 * (the largest), linear between neighbouring values. NaN where no value is finite. Exact; takes two looks at the data and
 * neither sorts nor copies them.
 *
 * @throws ValueError if a percentage is outside 0 to 100
 * @example
 * ```ts
 * const picture = image(new Float32Array([5, 1, 2, 4, 3]), { shape: [1, 5], pixelSizeA: 1 });
 * percentiles(picture, [0, 50, 90, 100]); // [1, 3, 4.6, 5]
 * ```
 */
export function percentiles(x: Image | ImageStack | Volume, percents: readonly number[]): number[] {
  for (const p of percents) requireBetween("percentile", p, 0, 100, "percent");
  const places = (count: number): number[] => percents.map((p) => (p / 100) * Math.max(0, count - 1));
  const { count, values } = orderStatistics(x.data, (found) =>
    places(found).flatMap((at) => [Math.floor(at), Math.ceil(at)]),
  );
  return places(count).map((at, i) => {
    const [below, above] = [values[2 * i]!, values[2 * i + 1]!];
    return below + (at - Math.floor(at)) * (above - below);
  });
}
