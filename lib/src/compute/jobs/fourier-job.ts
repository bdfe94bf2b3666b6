import type { Resident } from "../resident.js";

/** Which transform, and in what direction. */
export type FourierKind = "real-to-half" | "half-to-real" | "forward" | "inverse";

/**
 * A batch of transforms of 1, 2 or 3 axes. Forward is `sum of f(x) exp(-2 pi i k x / n)`; every result is multiplied by
 * `scale`, so that an inverse takes `scale: 1 / N`.
 */
export interface FourierJob {
  readonly kind: FourierKind;
  /** Elements along each axis, slow to fast: real ones for `real-to-half` and `half-to-real`, complex ones otherwise. */
  readonly shape: readonly number[];
  /** How many arrays of that shape lie one after another. */
  readonly batch: number;
  /** What is transformed, and maybe more behind it; overwritten by `half-to-real` of more than one axis, otherwise left alone. */
  readonly from: Resident;
  /** What comes out, from its beginning on; for `forward` and `inverse` it may be `from`. */
  readonly to: Resident;
  readonly scale: number;
}
