import type { TaskOptions } from "../../../core/index.js";
import { requireSameShape } from "../../../array/index.js";
import { boxSizeOf, shellCorrelation } from "../../../fourier/index.js";
import { applyMask } from "../../../image/index.js";
import { requireSameSampling, shellCorrelationOf } from "../../../model/index.js";
import type { Image, ShellCorrelation, Volume } from "../../../model/index.js";

/** Correlates two records of one size and sampling in shells, after a mask where there is one. */
export async function correlate<T extends Image | Volume>(
  what: string,
  pair: { readonly a: T; readonly b: T },
  mask: T | undefined,
  samplingOf: (x: T) => number,
  options: TaskOptions,
): Promise<ShellCorrelation> {
  requireSameShape(what, pair.a.shape, pair.b.shape);
  const samplingA = samplingOf(pair.a);
  requireSameSampling(what, samplingA, samplingOf(pair.b));
  const [a, b] = mask === undefined ? [pair.a, pair.b] : [applyMask(pair.a, mask), applyMask(pair.b, mask)];
  const { correlation, counts } = await shellCorrelation(a.data, b.data, a.shape, options);
  const boxSizePx = boxSizeOf(a.shape);
  return shellCorrelationOf({
    dimensions: a.kind === "image" ? 2 : 3,
    spatialFrequencyInvA: correlation.map((_, shell) => shell / (boxSizePx * samplingA)),
    correlation,
    coefficients: counts.map((count) => count / 2),
    boxSizePx,
    voxelSizeA: samplingA,
  });
}
