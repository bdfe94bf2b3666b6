import { significant } from "vitrine/core";
import type { Plane } from "../lod/plane.js";
import type { Survey } from "../lod/survey.js";
import { drawText, fitText } from "./lettering.js";
import { blankReason, drawPlane, drawScaleBar, drawSentence, type Window } from "./panel.js";
import { fillRect, raster, strokeLines, type Raster, type Rect } from "./raster.js";
import { faint, ink, lineColors, mount, paper } from "./theme.js";
import { linear } from "./ticks.js";

/** What the still of one image or of a stack is drawn from. */
export interface ImageStill {
  readonly heading: string;
  /** One plane, or the first ones of a stack. */
  readonly planes: readonly Plane[];
  /** How many there are in all. */
  readonly count: number;
  readonly pixelSizeA: number;
  readonly survey: Survey;
  readonly window: Window;
}

const gap = 12;
const headingHeight = 34;
const footHeight = 28;
const width = 1004;
/** Sides of the picture of a single image, and of the histogram of its values beside it, in pixels. */
const single = 560;
const bars: Rect = { x: single + 3 * gap, y: headingHeight, width: width - single - 4 * gap, height: 180 };
/** Images in a montage: as many as one looks at without scrolling. */
export const montageColumns = 8;
export const montageRows = 4;

/** One image with the distribution of its values, or a montage of a stack's first images; a scale bar below. */
export async function imageStill(still: ImageStill): Promise<Raster> {
  return still.planes.length === 1 && still.count === 1 ? singleStill(still) : montageStill(still);
}

async function singleStill(still: ImageStill): Promise<Raster> {
  const [ny, nx] = still.planes[0]!.shape;
  const scale = single / Math.max(ny, nx);
  const size = { width: Math.max(1, Math.round(nx * scale)), height: Math.max(1, Math.round(ny * scale)) };
  const high = Math.max(size.height, bars.height + 180);
  const picture = raster(width, headingHeight + high + footHeight, paper);
  head(picture, still.heading);
  const box = { x: gap, y: headingHeight, width: single, height: high };
  const blank = blankReason(still.survey);
  if (blank === undefined) await drawPlane(picture, still.planes[0]!, box, size, still.window);
  else drawSentence(picture, blank, box);
  drawScaleBar(
    picture,
    scale / still.pixelSizeA,
    gap + single,
    headingHeight + high + 15,
    Math.min(single, size.width) / 3,
  );
  drawValues(picture, still);
  drawNumbers(picture, still);
  return picture;
}

async function montageStill(still: ImageStill): Promise<Raster> {
  const columns = Math.min(montageColumns, still.planes.length);
  const rows = Math.ceil(still.planes.length / columns);
  const tile = Math.min(240, Math.floor((width - gap - columns * gap) / columns));
  const picture = raster(width, headingHeight + rows * (tile + gap) + footHeight, paper);
  head(picture, still.heading);
  const [ny, nx] = still.planes[0]!.shape;
  const scale = tile / Math.max(ny, nx);
  const size = { width: Math.max(1, Math.round(nx * scale)), height: Math.max(1, Math.round(ny * scale)) };
  const blank = blankReason(still.survey);
  for (const [i, plane] of still.planes.entries()) {
    const box = {
      x: gap + (i % columns) * (tile + gap),
      y: headingHeight + Math.floor(i / columns) * (tile + gap),
      width: tile,
      height: tile,
    };
    if (blank === undefined) await drawPlane(picture, plane, box, size, still.window);
    else drawSentence(picture, blank, box);
  }
  const foot = headingHeight + rows * (tile + gap) + 12;
  const shown = still.planes.length < still.count ? `the first ${still.planes.length} of ${still.count}` : "";
  drawText(picture, shown, gap, foot + 4, { color: faint });
  drawScaleBar(picture, scale / still.pixelSizeA, gap + columns * (tile + gap) - gap, foot, tile);
  return picture;
}

function head(picture: Raster, heading: string): void {
  drawText(picture, fitText(heading, width - 2 * gap, 9), gap, 21, { color: ink, size: 9 });
}

/** Width of a bar, in pixels. */
const barWidth = 4;
/** At most so many values are counted: every k-th of a larger image. */
const mostCounted = 2 ** 20;

/** How often values occur around those drawn black and white. */
function drawValues(picture: Raster, { survey, window, planes }: ImageStill): void {
  if (blankReason(survey) !== undefined) return;
  const { min, max } = survey.statistics;
  const around = 0.3 * (window.high - window.low);
  const [low, high] = [Math.max(min, window.low - around), Math.min(max, window.high + around)];
  const counts = countValues(planes[0]!.data, low, high, Math.floor(bars.width / barWidth));
  const tallest = counts.reduce((a, b) => Math.max(a, b), 1);
  fillRect(picture, bars, mount);
  for (const [i, count] of counts.entries()) {
    const tall = Math.round((count / tallest) * (bars.height - 8));
    const place = { x: bars.x + i * barWidth, y: bars.y + bars.height - tall, width: barWidth, height: tall };
    fillRect(picture, place, lineColors[0]!);
  }
  for (const [value, name] of [
    [window.low, "black"],
    [window.high, "white"],
  ] as const) {
    const x = linear(low, high, bars.x, bars.x + bars.width)(value);
    strokeLines(picture, [x, bars.y, x, bars.y + bars.height + 4], { color: ink });
    drawText(picture, `${name} ${significant(value, 3)}`, x, bars.y + bars.height + 18, {
      color: faint,
      anchor: name === "black" ? "start" : "end",
    });
  }
}

function countValues(data: Float32Array, low: number, high: number, bins: number): Float64Array {
  const counts = new Float64Array(bins);
  const place = linear(low, high, 0, bins);
  const step = Math.ceil(data.length / mostCounted);
  for (let i = 0; i < data.length; i += step) {
    const bin = Math.floor(place(data[i]!));
    if (bin >= 0 && bin < bins) counts[bin]! += 1;
  }
  return counts;
}

/** The numbers of an image, below the distribution. */
function drawNumbers(picture: Raster, { survey: { statistics: s }, planes, pixelSizeA }: ImageStill): void {
  const [ny, nx] = planes[0]!.shape;
  const lines = [
    ["size", `${nx} x ${ny} pixels`],
    ["extent", `${significant(nx * pixelSizeA)} x ${significant(ny * pixelSizeA)} Å`],
    ["pixel", `${significant(pixelSizeA)} Å`],
    ["mean", significant(s.mean)],
    ["sd", significant(s.sd)],
    ["range", `${significant(s.min)} to ${significant(s.max)}`],
    ...(s.notFinite > 0 ? [["not finite", String(s.notFinite)]] : []),
  ] as const;
  for (const [i, [name, number]] of lines.entries()) {
    const y = bars.y + bars.height + 52 + 20 * i;
    drawText(picture, name!, bars.x, y, { color: faint });
    drawText(picture, number!, bars.x + 80, y, { color: ink });
  }
}
