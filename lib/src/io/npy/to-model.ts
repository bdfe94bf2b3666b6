import { FormatError } from "../../core/index.js";
import type { Image, ImageStack, Volume } from "../../model/index.js";
import { rasterToModel } from "../raster-to-model.js";
import type { RasterOptions } from "../raster-to-model.js";
import type { NpyFile } from "./read.js";

/** What an array is taken for. */
export interface NpyModelOptions extends RasterOptions {
  /** What three axes are. Default `"volume"`. */
  readonly as?: "volume" | "images";
}

/** The image of an array of two axes, the volume or images of one of three. @throws FormatError for others, and without a pixel size */
export function npyToModel(
  { name, shape, data }: NpyFile,
  { as = "volume", ...options }: NpyModelOptions = {},
): Image | ImageStack | Volume {
  if (shape.length !== 2 && shape.length !== 3) {
    throw new FormatError({
      file: name,
      field: "shape",
      got: `[${shape.join(", ")}]`,
      wanted: "two or three axes",
    });
  }
  const content = shape.length === 2 ? "image" : as;
  return rasterToModel({ name, format: "npy", content, shape, data }, options);
}
