import { FormatError } from "../../core/index.js";
import type { Image, ImageStack, Volume } from "../../model/index.js";
import { rasterToModel } from "../raster-to-model.js";
import type { RasterOptions } from "../raster-to-model.js";
import type { EmanHdf5File } from "./read.js";

/**
 * The image, images or volume of a file of EMAN2's, with the first one's pixel size.
 *
 * @throws FormatError if there are several volumes, or no pixel size
 */
export function emanHdf5ToModel(
  { name, shape, data, headers }: EmanHdf5File,
  options: RasterOptions = {},
): Image | ImageStack | Volume {
  const [count, ...each] = shape as [number, ...number[]];
  if (each.length === 3 && count > 1) {
    throw new FormatError({
      file: name,
      field: "content",
      got: `${count} volumes`,
      wanted: "images, or one volume",
      hint: "read one of them: { first, count: 1 }",
    });
  }
  const content = each.length === 3 ? "volume" : count === 1 ? "image" : "images";
  const pixelSizeA = headers[0]!.pixelSizeA;
  return rasterToModel(
    {
      name,
      format: "eman-hdf5",
      content,
      shape: content === "images" ? shape : each,
      data,
      ...(pixelSizeA !== undefined && { pixelSizeA }),
    },
    options,
  );
}
