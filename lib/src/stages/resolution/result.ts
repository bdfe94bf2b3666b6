import type { Image, Volume } from "../../model/index.js";

export type { Curve, ShellCorrelation } from "../../model/index.js";

/** Two maps to correlate; half maps are such a pair. */
export interface VolumePair {
  readonly a: Volume;
  readonly b: Volume;
}

/** Two images to correlate. */
export interface ImagePair {
  readonly a: Image;
  readonly b: Image;
}
