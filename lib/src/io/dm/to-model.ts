import { FormatError } from "../../core/index.js";
import type { Image, ImageStack, Volume } from "../../model/index.js";
import { rasterToModel } from "../raster-to-model.js";
import type { RasterOptions } from "../raster-to-model.js";
import type { DmFile } from "./read.js";

/** What a file of three axes is taken for. */
export interface DmModelOptions extends RasterOptions {
  /** Default `"images"`: the frames of a movie. */
  readonly as?: "images" | "volume";
}

/**
 * The image of a file of two axes, the images or volume of one of three.
 *
 * @throws FormatError for other numbers of axes, and where pixels have no size in a unit of length, or are not square,
 * unless a size is given
 */
export function dmToModel(
  { name, header, shape, data }: DmFile,
  { as = "images", ...options }: DmModelOptions = {},
): Image | ImageStack | Volume {
  if (shape.length !== 2 && shape.length !== 3) {
    throw new FormatError({
      file: name,
      field: "Dimensions",
      got: `${shape.length} axes`,
      wanted: "2, an image, or 3, a movie or map",
      hint: "readDm gives its values",
    });
  }
  const content = shape.length === 2 ? "image" : as;
  const [y, x] = header.pixelSizesA ?? [];
  if (options.pixelSizeA === undefined && x !== undefined && Math.abs(y! - x) > 1e-3 * x) {
    throw new FormatError({
      file: name,
      field: "pixel size",
      got: `${x} Å along x, ${y!} along y`,
      wanted: "square pixels",
      hint: "choose one: { pixelSizeA }",
    });
  }
  return rasterToModel(
    { name, format: "dm", content, shape, data, ...(x !== undefined && { pixelSizeA: x }) },
    options,
  );
}
