import { FormatError, requirePositive } from "../core/index.js";
import { image, imageStack, volume } from "../model/index.js";
import type { Image, ImageStack, Volume } from "../model/index.js";

/** Values of a file whose format says little more than their sides. */
export interface Raster {
  /** What the user calls the file. */
  readonly name: string;
  readonly format: string;
  readonly content: "image" | "images" | "volume";
  /** `[ny, nx]`, `[n, ny, nx]` or `[nz, ny, nx]`. */
  readonly shape: readonly number[];
  readonly data: Float32Array;
  /** Å per pixel, where the file says it. */
  readonly pixelSizeA?: number;
}

/** What the reader of such a file is told. */
export interface RasterOptions {
  /** Å per pixel or voxel, where the file does not say or says it wrongly. Default: the file's own. */
  readonly pixelSizeA?: number;
}

/** The image, images or volume of a raster. @throws FormatError if neither the file nor the caller says the pixel size */
export function rasterToModel(raster: Raster, options: RasterOptions = {}): Image | ImageStack | Volume {
  const { name, format, content, shape, data } = raster;
  const pixelSizeA = options.pixelSizeA ?? raster.pixelSizeA;
  if (pixelSizeA === undefined) {
    throw new FormatError({
      file: name,
      field: "pixel size",
      got: "none in the file",
      wanted: "a size in Å",
      hint: "say it: { pixelSizeA: 1.06 }",
    });
  }
  requirePositive("pixelSizeA", pixelSizeA, "Å per pixel");
  const source = { name, format, warnings: [] };
  const [first, second, third] = shape as [number, number, number];
  if (content === "image") return image(data, { shape: [first, second], pixelSizeA, source });
  if (content === "images") return imageStack(data, { shape: [first, second, third], pixelSizeA, source });
  return volume(data, { shape: [first, second, third], voxelSizeA: pixelSizeA, source });
}
