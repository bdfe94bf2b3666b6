import { requireInteger, requireOneOf, ShapeError, ValueError } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import type { Backend } from "../../compute/index.js";
import { resolvePadding } from "../../forward/index.js";
import type { ContrastOptions, Padding } from "../../forward/index.js";
import { shellCount } from "../../fourier/index.js";
import { identityRotation } from "../../math/index.js";
import type { Rotation } from "../../math/index.js";

/**
 * How uneven coverage of Fourier space is made even. `"analytic"`: each sample is divided by what fell on it. `"iterative"`:
 * by weights that make what fell on it and its neighbours even (Pipe & Menon 1999).
 */
export type DensityWeights = "iterative" | "analytic";

/** Defaults of reconstruction, with their reasons. */
export const reconstructionDefaults = {
  /** 2: with 1 a phantom's error is six times that, with 1.5 two and a half times; 3 is no better and takes 3.4 times the memory. */
  padding: 2,
  /** Iterative: within the sphere that holds a particle they leave 0.6 of the error of the analytic ones. */
  densityWeights: "iterative",
  /** 6: no worse than the ten plain steps of other programs; a phantom's error is within 15 % of what many more leave. */
  iterations: 6,
} as const;

/** Options of a reconstruction. */
export interface ReconstructionOptions extends ContrastOptions, TaskOptions {
  /** How much larger than the map the box is whose transform is filled, from 1 to 4. */
  readonly padding?: number;
  /** Coefficients of the images at this radius or beyond, in Fourier pixels, are left out. Default: the largest there is. */
  readonly radiusPx?: number;
  /** The rotations of the molecule's point group, as `pointGroup("D2").rotations`. Default none but the identity. */
  readonly symmetry?: readonly Rotation[];
  readonly densityWeights?: DensityWeights;
  /** Steps of the iterative weights. */
  readonly iterations?: number;
  /**
   * Variance of the noise in a coefficient of an image over that of the signal in a coefficient of the map, for each shell
   * from the origin to Nyquist: the Wiener filter's term, which holds back what the images don't determine. Default none.
   */
  readonly noiseToSignal?: ArrayLike<number>;
  /** Where the work runs. Default the fastest backend of this machine. */
  readonly backend?: Backend;
}

/** What a reconstruction went by, defaults included. */
export interface ReconstructionSettings extends Padding {
  /** Å per pixel of the images, and per voxel of the map. */
  readonly pixelSizeA: number;
  readonly symmetry: readonly Rotation[];
  readonly densityWeights: DensityWeights;
  /** Steps of the iterative weights, 0 for the analytic ones. */
  readonly iterations: number;
  readonly noiseToSignal?: readonly number[];
  /** The sign of the contrast transfer. */
  readonly particles: "dark" | "bright";
}

/** What is reconstructed from: the side of the images and their sampling. */
export interface ImageSampling {
  readonly boxSizePx: number;
  /** Å per pixel. */
  readonly pixelSizeA: number;
}

/** Options with their defaults, checked. */
export function resolveReconstruction(
  { boxSizePx, pixelSizeA }: ImageSampling,
  options: ReconstructionOptions,
): ReconstructionSettings {
  const { noiseToSignal, symmetry = [identityRotation], particles = "dark" } = options;
  const { padding, densityWeights, iterations } = { ...reconstructionDefaults, ...definedOnly(options) };
  requireOneOf("densityWeights", densityWeights, ["iterative", "analytic"]);
  requireInteger("iterations", iterations, 1, 1000);
  if (symmetry.length === 0) {
    throw new ValueError("symmetry", { got: "no rotation", wanted: "at least the identity" });
  }
  if (noiseToSignal !== undefined) requireNoise(noiseToSignal, shellCount(boxSizePx));
  return {
    ...resolvePadding(boxSizePx, { ...options, padding }),
    pixelSizeA,
    symmetry,
    densityWeights,
    iterations: densityWeights === "iterative" ? iterations : 0,
    ...(noiseToSignal !== undefined && { noiseToSignal: Array.from(noiseToSignal) }),
    particles: requireOneOf("particles", particles, ["dark", "bright"]),
  };
}

/** The options that can have a default and were given. */
function definedOnly({ padding, densityWeights, iterations }: ReconstructionOptions): {
  padding?: number;
  densityWeights?: DensityWeights;
  iterations?: number;
} {
  return {
    ...(padding !== undefined && { padding }),
    ...(densityWeights !== undefined && { densityWeights }),
    ...(iterations !== undefined && { iterations }),
  };
}

function requireNoise(noiseToSignal: ArrayLike<number>, shells: number): void {
  if (noiseToSignal.length !== shells) {
    throw new ShapeError("noiseToSignal", {
      got: `${noiseToSignal.length} numbers`,
      wanted: `${shells}: one for each shell from the origin to Nyquist`,
    });
  }
  const wrong = Array.from(noiseToSignal).find((value) => !(value >= 0 && Number.isFinite(value)));
  if (wrong !== undefined) {
    throw new ValueError("noiseToSignal", { got: wrong, wanted: "finite numbers of at least 0" });
  }
}
