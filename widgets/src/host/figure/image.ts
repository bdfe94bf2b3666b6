import { describe, type Image, type ImageStack } from "vitrine";
import { sourceLines, stillBundle, titled, type Figure } from "../bundle.js";
import type { Density } from "../lod/density.js";
import { flat } from "../lod/log-power.js";
import type { Plane } from "../lod/plane.js";
import { atPercentile, survey } from "../lod/survey.js";
import { requireContrast, type ImageShowOptions } from "../options.js";
import { imageStill, montageColumns, montageRows } from "../stills/image-still.js";

/** An image as a picture with the distribution of its values. */
export function imageFigure(one: Image, options: ImageShowOptions): Promise<Figure> {
  const plane = { data: one.data, shape: one.shape };
  return figure(one, flat(plane), [plane], options);
}

/** A stack as a montage of its first images. */
export function imageStackFigure(stack: ImageStack, options: ImageShowOptions): Promise<Figure> {
  const [n, ny, nx] = stack.shape;
  const planes = Array.from({ length: Math.min(n, montageColumns * montageRows) }, (_, i): Plane => ({
    data: stack.data.subarray(i * ny * nx, (i + 1) * ny * nx),
    shape: [ny, nx],
  }));
  return figure(stack, { parts: [stack.data], shape: stack.shape, voxelSizesA: [1, 1, 1] }, planes, options);
}

async function figure(
  record: Image | ImageStack,
  density: Density,
  planes: readonly Plane[],
  { title, contrast = [1, 99] }: ImageShowOptions,
): Promise<Figure> {
  const [low, high] = requireContrast(contrast);
  const looked = await survey(density);
  const text = titled(title, describe(record, looked.statistics));
  const still = await imageStill({
    heading: text,
    planes,
    count: record.kind === "image" ? 1 : record.shape[0],
    pixelSizeA: record.pixelSizeA,
    survey: looked,
    window: { low: atPercentile(looked.percentiles, low), high: atPercentile(looked.percentiles, high) },
  });
  return { bundle: await stillBundle({ png: still }, [text, ...sourceLines(record.source)].join("\n")) };
}
