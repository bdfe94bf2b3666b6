import { significant } from "../core/index.js";
import { statistics, type Statistics } from "../array/index.js";
import type { Curve } from "./curve.js";
import type { Histogram } from "./histogram.js";
import type { Image, ImageStack } from "./image.js";
import type { ShellCorrelation } from "./shell-correlation.js";
import type { PowerSpectrum } from "./spectrum.js";
import type { HalfMaps, Volume } from "./volume.js";

/** Everything that the library can show. */
export type Noun =
  Image | ImageStack | Volume | HalfMaps | Curve | Histogram | PowerSpectrum | ShellCorrelation;

/**
 * The one-line text of a record: sizes, sampling, and the numbers one looks at first. `known`, the statistics of the
 * record's data, saves the look at all of it where they are at hand.
 *
 * @example
 * ```ts
 * describe(volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: 1.5 }));
 * // "volume 2 x 2 x 2, 1.5 Å/voxel, 3 Å wide; values 0 to 0, mean 0, sd 0"
 * ```
 */
export function describe(noun: Noun, known?: Statistics): string {
  switch (noun.kind) {
    case "image":
      return `image ${sizes(noun.shape)}, ${significant(noun.pixelSizeA)} Å/pixel; ${values(noun.data, known)}`;
    case "image-stack":
      return `${noun.shape[0]} images ${sizes(noun.shape.slice(1))}, ${significant(noun.pixelSizeA)} Å/pixel; ${values(noun.data, known)}`;
    case "volume":
      return `volume ${sizes(noun.shape)}, ${voxels(noun)}; ${values(noun.data, known)}`;
    case "half-maps":
      return `half maps ${sizes(noun.a.shape)}, ${voxels(noun.a)}`;
    case "curve":
      return [noun.title, ...noun.crossings.map(crossing)].join("; ");
    case "histogram":
      return `histogram of ${noun.label}, ${noun.counts.length} bins; ${moments(noun.statistics)}`;
    case "power-spectrum":
      return `power spectrum ${sizes(noun.shape)}, Nyquist ${significant(2 * noun.pixelSizeA)} Å`;
    case "shell-correlation":
      return `${noun.dimensions === 3 ? "FSC" : "FRC"} over ${noun.correlation.length} shells, box ${noun.boxSizePx}, ${significant(noun.voxelSizeA)} Å sampling`;
  }
}

/** Sizes as a person writes them, fastest axis first. */
function sizes(shape: readonly number[]): string {
  return [...shape].reverse().join(" x ");
}

function voxels(map: Volume): string {
  if (map.voxelSizesA === undefined)
    return `${significant(map.voxelSizeA)} Å/voxel, ${significant(map.voxelSizeA * map.shape[2])} Å wide`;
  return `${[...map.voxelSizesA]
    .reverse()
    .map((size) => significant(size))
    .join(" x ")} Å/voxel`;
}

function crossing({ series, threshold, x, resolutionA }: Curve["crossings"][number]): string {
  if (x === undefined) return `${series} stays above ${threshold}`;
  return `${series} at ${threshold}: ${resolutionA === undefined ? significant(x) : `${resolutionA.toFixed(2)} Å`}`;
}

function values(data: Float32Array, known: Statistics | undefined): string {
  return `values ${moments(known ?? statistics(data))}`;
}

function moments(s: Statistics): string {
  const odd = s.notFinite > 0 ? `, ${s.notFinite} not finite` : "";
  return `${significant(s.min)} to ${significant(s.max)}, mean ${significant(s.mean)}, sd ${significant(s.sd)}${odd}`;
}
