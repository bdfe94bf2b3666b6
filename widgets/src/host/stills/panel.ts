import { significant } from "vitrine/core";
import type { Survey } from "../lod/survey.js";
import type { Plane } from "../lod/plane.js";
import { quantise } from "../lod/quantise.js";
import { drawText } from "./lettering.js";
import { fillRect, grey, putBytes, strokeLines, type Raster, type Rect } from "./raster.js";
import { resample } from "./resample.js";
import { faint, ink, mount, stepped } from "./theme.js";

/** Densities drawn black and white. */
export interface Window {
  readonly low: number;
  readonly high: number;
}

/** What there is to say instead of showing a picture that would be blank; `undefined` where it would not. */
export function blankReason({ statistics: { count, min, max } }: Survey): string | undefined {
  if (count === 0) return "nothing finite";
  return min === max ? `constant ${significant(min)}` : undefined;
}

/**
 * Draws a plane as large as `size` in the middle of `panel`, grey between the two densities. Returns where it lies.
 */
export async function drawPlane(
  picture: Raster,
  plane: Plane,
  panel: Rect,
  size: { readonly width: number; readonly height: number },
  window: Window,
): Promise<Rect> {
  fillRect(picture, panel, mount);
  const place = {
    x: panel.x + Math.floor((panel.width - size.width) / 2),
    y: panel.y + Math.floor((panel.height - size.height) / 2),
    ...size,
  };
  const { data } = await resample(plane, size.height, size.width);
  putBytes(picture, quantise(data, window.low, window.high).data, place, (value) => grey(stepped(value)));
  return place;
}

/** A sentence in the middle of a panel. */
export function drawSentence(picture: Raster, sentence: string, panel: Rect): void {
  fillRect(picture, panel, mount);
  drawText(picture, sentence, panel.x + panel.width / 2, panel.y + panel.height / 2 + 4, {
    color: faint,
    anchor: "middle",
  });
}

/** A bar of a round length in Å that ends at `right`, with its length before it. */
export function drawScaleBar(
  picture: Raster,
  pxPerA: number,
  right: number,
  y: number,
  longestPx: number,
): void {
  const lengthA = roundLength(longestPx / pxPerA);
  const left = right - lengthA * pxPerA;
  strokeLines(picture, [left + 1.5, y, right - 1.5, y], { color: ink, width: 3 });
  drawText(picture, lengthText(lengthA), left - 6, y + 4, { color: ink, anchor: "end" });
}

/** The longest of 1, 2, 5, 10, … that is no longer than `limit`. */
export function roundLength(limit: number): number {
  const power = 10 ** Math.floor(Math.log10(limit));
  const step = [5, 2, 1].find((s) => s * power <= limit * (1 + 1e-9)) ?? 1;
  return Number((step * power).toPrecision(1));
}

function lengthText(lengthA: number): string {
  return lengthA >= 1e4 ? `${significant(lengthA / 1e4)} μm` : `${significant(lengthA)} Å`;
}
