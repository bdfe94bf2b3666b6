import { significant } from "vitrine/core";
import type { PowerSpectrum } from "vitrine";
import { originPart, ringRadius, type LogPower } from "../lod/log-power.js";
import type { Survey } from "../lod/survey.js";
import { drawText, fitText } from "./lettering.js";
import { blankReason, drawPlane, drawSentence, type Window } from "./panel.js";
import { raster, strokeLines, type Raster, type Rect } from "./raster.js";
import { accent, faint, ink, lineColors, paper, rule } from "./theme.js";
import { linear, logTicks, roundTicks, tickTexts } from "./ticks.js";

/** What a spectrum's still is drawn from. */
export interface SpectrumStill {
  readonly heading: string;
  readonly spectrum: PowerSpectrum;
  readonly log: LogPower;
  readonly survey: Survey;
  readonly window: Window;
  readonly ringsA: readonly number[];
}

/** Side of the picture and size of the profile beside it, in pixels. */
const side = 360;
const gap = 12;
const headingHeight = 34;
const width = 1004;
const height = headingHeight + side + gap;
const profile: Rect = {
  x: gap + side + 70,
  y: headingHeight + 6,
  width: width - side - gap - 70 - 20,
  height: side - 52,
};

/** Log power with rings of resolution, and the radial mean of the power beside it. */
export async function spectrumStill(still: SpectrumStill): Promise<Raster> {
  const picture = raster(width, height, paper);
  drawText(picture, fitText(still.heading, width - 2 * gap, 9), gap, 21, { color: ink, size: 9 });
  const box = { x: gap, y: headingHeight, width: side, height: side };
  const blank = blankReason(still.survey);
  if (blank === undefined) await drawRings(picture, still, box);
  else drawSentence(picture, blank, box);
  drawProfile(picture, still);
  return picture;
}

async function drawRings(picture: Raster, still: SpectrumStill, box: Rect): Promise<void> {
  const [ny, nx] = still.spectrum.shape;
  // as the eye expects it: frequencies keep their scale, so the picture is square where both axes reach one Nyquist
  const place = await drawPlane(picture, still.log.plane, box, { width: side, height: side }, still.window);
  const [row, column] = originPart([ny, nx]);
  const [x, y] = [place.x + column * place.width, place.y + row * place.height];
  for (const resolutionA of still.ringsA) {
    const [rx, ry] = ringRadius(resolutionA, still.spectrum.pixelSizeA, place);
    strokeLines(picture, ellipse(x, y, rx, ry), { color: accent, width: 1.2, opacity: 0.75 });
    const text = `${significant(resolutionA)} Å`;
    drawText(picture, text, x, y - ry - 4, { color: [0, 0, 0], size: 8, anchor: "middle", weight: 3.4 });
    drawText(picture, text, x, y - ry - 4, { color: [255, 196, 110], size: 8, anchor: "middle" });
  }
}

function ellipse(x: number, y: number, rx: number, ry: number): number[] {
  const count = 180;
  const at = (i: number): [number, number] => {
    const angle = (2 * Math.PI * i) / count;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  };
  return Array.from({ length: count }, (_, i) => [...at(i), ...at(i + 1)]).flat();
}

function drawProfile(picture: Raster, { spectrum, ringsA }: SpectrumStill): void {
  const { spatialFrequencyInvA: xs, power } = spectrum.radial;
  const nyquist = 1 / (2 * spectrum.pixelSizeA);
  const shown = Array.from(power, (value, i) => ({ x: xs[i]!, y: Math.log10(value) })).filter(
    (point) => Number.isFinite(point.y) && point.x <= nyquist * 1.0001,
  );
  const { x: left, y: top, width: wide, height: high } = profile;
  const bottom = top + high;
  drawText(picture, "radial mean of the power", left, headingHeight + 2, { color: ink, size: 8 });
  if (shown.length < 2) {
    drawSentence(picture, "no power above 0", profile);
    return;
  }
  const lowest = shown.reduce((a, point) => Math.min(a, point.y), Number.POSITIVE_INFINITY);
  const highest = shown.reduce((a, point) => Math.max(a, point.y), Number.NEGATIVE_INFINITY);
  const x = linear(0, nyquist, left, left + wide);
  const y = linear(lowest, highest, bottom - 6, top + 14);
  for (const tick of logTicks(lowest, highest)) {
    strokeLines(picture, [left, y(tick), left + wide, y(tick)], { color: rule });
    drawText(picture, powerText(tick), left - 6, y(tick) + 4, { color: faint, size: 8, anchor: "end" });
  }
  for (const resolutionA of ringsA) {
    const at = x(1 / resolutionA);
    strokeLines(picture, [at, top + 12, at, bottom], { color: accent, opacity: 0.75 });
    drawText(picture, `${significant(resolutionA)} Å`, at, bottom + 32, {
      color: faint,
      size: 8,
      anchor: "middle",
    });
  }
  const ticks = roundTicks(0, nyquist, 6);
  for (const [i, text] of tickTexts(ticks).entries())
    drawText(picture, text, x(ticks[i]!), bottom + 16, { color: faint, size: 8, anchor: "middle" });
  strokeLines(picture, [left, bottom, left + wide, bottom], { color: faint });
  const path = shown.slice(1).flatMap((point, i) => [x(shown[i]!.x), y(shown[i]!.y), x(point.x), y(point.y)]);
  strokeLines(picture, path, { color: lineColors[0]!, width: 1.8 });
  drawText(picture, "spatial frequency (1/Å) and resolution", left + wide / 2, bottom + 50, {
    color: ink,
    size: 8,
    anchor: "middle",
  });
}

function powerText(log: number): string {
  return significant(10 ** log, 2);
}
