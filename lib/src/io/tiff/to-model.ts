import { volume } from "../../model/index.js";
import type { Image, ImageStack, Volume } from "../../model/index.js";
import { rasterToModel } from "../raster-to-model.js";
import type { RasterOptions } from "../raster-to-model.js";
import { sliceDistanceA } from "./pixel-size.js";
import type { TiffFile } from "./read.js";

/** What pages are taken for. */
export interface TiffModelOptions extends RasterOptions {
  /** What several pages are. Default `"images"`, but `"volume"` where ImageJ wrote the distance of slices. */
  readonly as?: "volume" | "images";
}

/** The image, images or volume of a TIFF file. @throws FormatError if neither the file nor the caller says the pixel size */
export function tiffToModel(
  { name, facts, pages, shape, data }: TiffFile,
  { as, ...options }: TiffModelOptions = {},
): Image | ImageStack | Volume {
  const { imageJ, pixelSizeA } = facts;
  const several = as ?? (imageJ?.spacing === undefined ? "images" : "volume");
  const content = pages === 1 ? "image" : several;
  const sliceA = imageJ && sliceDistanceA(imageJ);
  if (content === "volume" && sliceA !== undefined && pixelSizeA !== undefined && !options.pixelSizeA) {
    const source = { name, format: "tiff", warnings: facts.warnings };
    return volume(data, { shape, voxelSizeA: [sliceA, pixelSizeA, pixelSizeA], source });
  }
  const sides = content === "image" ? shape.slice(1) : shape;
  const raster = { name, format: "tiff", content, shape: sides, data } as const;
  return rasterToModel({ ...raster, ...(pixelSizeA !== undefined && { pixelSizeA }) }, options);
}
