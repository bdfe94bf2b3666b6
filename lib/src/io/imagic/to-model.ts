import type { Image, ImageStack, Volume } from "../../model/index.js";
import { rasterToModel } from "../raster-to-model.js";
import type { RasterOptions } from "../raster-to-model.js";
import type { ImagicFile } from "./read.js";

/** What several sections are taken for. */
export interface ImagicModelOptions extends RasterOptions {
  /** Default: a volume where the header calls all of them one, images otherwise. */
  readonly as?: "images" | "volume";
}

/**
 * The image, images or volume of an IMAGIC pair.
 *
 * @throws FormatError if no pixel size is given: programs put it in different places of the header, or nowhere
 */
export function imagicToModel(
  { name, header, shape, data }: ImagicFile,
  { as, ...options }: ImagicModelOptions = {},
): Image | ImageStack | Volume {
  const isVolume = header.sections > 1 && header.sections === shape[0];
  const several = as ?? (isVolume ? "volume" : "images");
  const isImage = header.count === 1 && as === undefined;
  const content = isImage ? "image" : several;
  return rasterToModel(
    { name, format: "imagic", content, shape: isImage ? shape.slice(1) : shape, data },
    options,
  );
}
