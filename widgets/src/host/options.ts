import {
  requireBetween,
  requireFinite,
  requireInteger,
  requireOneOf,
  requirePositive,
  ValueError,
} from "vitrine/core";

/** Percentiles drawn black and white. */
export type Contrast = readonly [lowPercent: number, highPercent: number];

/** What every figure may be given. */
export interface TitleOption {
  /** Written above the picture and before its text. Default: none, or the record's own title. */
  readonly title?: string;
}

/** How a volume, or the mean of two half maps, is first shown. */
export interface VolumeShowOptions extends TitleOption {
  /** Default: from percentile 1 to twice the distance of percentile 99 from the median, robust against hot voxels. */
  readonly contrast?: Contrast;
  /** Density of the isosurface. Default: mean + 2 sd of a binned copy. */
  readonly level?: number;
  /** Voxel that the slices go through. Default: the origin, `floor(n / 2)` along each axis. */
  readonly cursor?: readonly [z: number, y: number, x: number];
}

/** How a power spectrum is first shown. */
export interface SpectrumShowOptions extends TitleOption {
  /** Percentiles of log power. Default `[1, 99]`: keeps a few bright pixels at the origin from darkening the rest. */
  readonly contrast?: Contrast;
  /** Radii of the rings, in Å. Default: up to five round ones between the origin and Nyquist. */
  readonly ringsA?: readonly number[];
}

/** How an image or a stack is shown. */
export interface ImageShowOptions extends TitleOption {
  /** Default `[1, 99]`: hot pixels then don't decide. */
  readonly contrast?: Contrast;
}

/** How a curve is shown. */
export type CurveShowOptions = TitleOption;

/** How a histogram is first shown. */
export interface HistogramShowOptions extends TitleOption {
  /** Default `"linear"`. */
  readonly scale?: "linear" | "log";
}

/** Throws unless `value` is a pair of rising percentiles. */
export function requireContrast(value: unknown): Contrast {
  if (!Array.isArray(value) || value.length !== 2)
    throw new ValueError("contrast", { got: value, wanted: "two percentiles, e.g. [1, 99]" });
  const [low, high] = value as [number, number];
  for (const percent of [low, high]) requireBetween("contrast", percent, 0, 100, "percent");
  if (!(low < high)) throw new ValueError("contrast", { got: value, wanted: "the lower percentile first" });
  return [low, high];
}

/** Throws unless `value` is a density. */
export function requireLevel(value: unknown): number {
  return requireFinite("level", value as number, "the map's density");
}

/** Throws unless `value` is a voxel of a map of this shape. */
export function requireCursor(value: unknown, shape: readonly number[]): readonly [number, number, number] {
  if (!Array.isArray(value) || value.length !== 3)
    throw new ValueError("cursor", { got: value, wanted: "three indices, [z, y, x]" });
  const [z, y, x] = value.map((at: number, axis) =>
    requireInteger(`cursor ${"zyx"[axis]}`, at, 0, shape[axis]! - 1),
  );
  return [z!, y!, x!];
}

/** Throws unless `value` is a list of resolutions. */
export function requireRings(value: unknown): readonly number[] {
  if (!Array.isArray(value))
    throw new ValueError("ringsA", { got: value, wanted: "a list of resolutions in Å" });
  return value.map((resolution: number) => requirePositive("ringsA", resolution, "Å"));
}

/** Throws unless `value` is a way to draw counts. */
export function requireScale(value: unknown): "linear" | "log" {
  return requireOneOf("scale", value as string, ["linear", "log"]);
}
