import type { Image, ImageStack, Volume } from "../../model/index.js";
import { rasterToModel } from "../raster-to-model.js";
import type { RasterOptions } from "../raster-to-model.js";
import type { EmFile } from "./read.js";

/** The volume of an EM file, or its image where it has one section. @throws FormatError if no pixel size is given: the file has none */
export function emToModel(
  { name, shape, data }: EmFile,
  options: RasterOptions = {},
): Image | ImageStack | Volume {
  const isImage = shape[0] === 1;
  const content = isImage ? "image" : "volume";
  return rasterToModel(
    { name, format: "em", content, shape: isImage ? shape.slice(1) : shape, data },
    options,
  );
}
