import type { Ctf } from "../../model/index.js";

/** What CTFFIND or Gctf found of one micrograph. */
export interface CtfEstimate {
  /** Number of the image in its stack, from 0. */
  readonly index: number;
  readonly ctf: Ctf;
  /** How well the model correlates with the spectrum, 1 at best. */
  readonly score: number;
  /** Down to which the rings were fitted, in Å; `Infinity` where none was. Left out where it is not said. */
  readonly fitResolutionA?: number;
  /** Direction of the axis about which the specimen was found to be tilted, and how far. Left out where it was not looked for. */
  readonly tilt?: { readonly axisDeg: number; readonly angleDeg: number };
  /** Of the specimen, in Å. Left out where it was not looked for. */
  readonly thicknessA?: number;
}
