import { FormatError } from "../../core/index.js";
import type { Image, ImageStack, Volume } from "../../model/index.js";
import { rasterToModel } from "../raster-to-model.js";
import type { RasterOptions } from "../raster-to-model.js";
import type { SpiderFile } from "./read.js";

/** The image, images or volume of a SPIDER file. @throws FormatError if it is a stack of volumes, or says no pixel size */
export function spiderToModel(file: SpiderFile, options: RasterOptions = {}): Image | ImageStack | Volume {
  const { name, header, shape, data } = file;
  if (shape.length > 3) {
    throw new FormatError({
      file: name,
      field: "content",
      got: `a stack of ${header.count} volumes`,
      wanted: "an image, images or one volume",
      hint: "readSpider gives all of them",
    });
  }
  const content = header.content === "stack" ? "images" : header.content;
  return rasterToModel({ name, format: "spider", content, shape, data, ...pixelSizeOf(file) }, options);
}

function pixelSizeOf({ header: { pixelSizeA } }: SpiderFile): { pixelSizeA?: number } {
  return pixelSizeA === undefined ? {} : { pixelSizeA };
}
