import type { TaskOptions } from "../../core/index.js";
import type { Backend } from "../../compute/index.js";
import type { Ctf, Pose } from "../../model/index.js";
import type { ContrastOptions } from "../ctf/index.js";

/** Defaults of projection and back-projection, with their reasons. */
export const projectionDefaults = {
  /** 2: as most programs of the field; a phantom's projection then correlates above 0.9995 with the truth in every ring to 0.9 Nyquist. */
  padding: 2,
} as const;

/** From where a map is seen. */
export interface Viewpoint extends Pick<Pose, "rotation"> {}

/** How the transform of the map is sampled, and where the work runs. */
export interface ProjectorOptions extends TaskOptions {
  /** How much larger than the map the box is whose transform is read, from 1 to 4. Default 2, see {@link projectionDefaults}. */
  readonly padding?: number;
  /** Coefficients of the images at this radius or beyond, in Fourier pixels, are 0. Default the Nyquist frequency, `boxSizePx / 2`. */
  readonly radiusPx?: number;
  /** Where the work runs. Default the fastest backend of this machine. */
  readonly backend?: Backend;
}

/** What the microscope does to an image. */
export interface LensOptions extends ContrastOptions {
  /** One for all images, or one for each. Default none: the projection itself. */
  readonly ctf?: Ctf | readonly Ctf[];
}

/** Options of projections in many poses. */
export interface PosesOptions extends LensOptions, TaskOptions {
  readonly poses: readonly Pose[];
}

/** Options of one projection. */
export interface ProjectOptions extends ProjectorOptions, Pose, ContrastOptions {
  /** What the microscope does to it. Default nothing. */
  readonly ctf?: Ctf;
}
