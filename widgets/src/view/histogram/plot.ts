import { decadeTicks, formatCount, linearTicks } from "../../draw/index.js";
import type { Rect, Theme } from "../../draw/index.js";

/** What the plot shows. */
export interface HistogramPlot {
  readonly counts: Float64Array;
  readonly low: number;
  readonly width: number;
  readonly label: string;
  readonly scale: "linear" | "log";
  /** Bins inside the brush, from the first up to but without the last. */
  readonly chosen: readonly [from: number, to: number] | undefined;
}

/** Where the bars stand on a canvas of this size, in CSS pixels. */
export function plotArea(width: number, height: number): Rect {
  return { x: 52, y: 8, width: Math.max(20, width - 64), height: Math.max(20, height - 46) };
}

/** Height of a count, from 0 at the axis to 1 at the top. On the log scale a count of 1 stands above the axis, a count of 0 does not. */
export function barHeight(count: number, top: number, scale: "linear" | "log"): number {
  if (count <= 0) return 0;
  if (scale === "linear") return count / top;
  return Math.log10(count / logFoot) / Math.log10(top / logFoot);
}

/** Count at the foot of the log axis. */
const logFoot = 0.5;

/** The axis ends a little above the highest bar. */
export function axisTop(counts: Float64Array, scale: "linear" | "log"): number {
  let highest = 1;
  for (const count of counts) if (count > highest) highest = count;
  return scale === "linear" ? highest * 1.04 : highest * 1.5;
}

/** Draws bars, axes and the brush. */
export function drawHistogram(
  context: CanvasRenderingContext2D,
  plot: HistogramPlot,
  area: Rect,
  theme: Theme,
): void {
  const top = axisTop(plot.counts, plot.scale);
  const bottom = area.y + area.height;
  drawCountAxis(context, plot.scale, top, area, theme);
  if (plot.chosen !== undefined) {
    const perBin = area.width / plot.counts.length;
    context.globalAlpha = 0.12;
    context.fillStyle = theme.accent;
    const [from, to] = plot.chosen;
    context.fillRect(area.x + from * perBin, area.y, (to - from) * perBin, area.height);
    context.globalAlpha = 1;
  }
  drawBars(context, plot, top, area, theme);
  context.strokeStyle = theme.muted;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(area.x, Math.round(bottom) + 0.5);
  context.lineTo(area.x + area.width, Math.round(bottom) + 0.5);
  context.stroke();
  drawValueAxis(context, plot, area, theme);
}

function drawBars(
  context: CanvasRenderingContext2D,
  { counts, scale, chosen }: HistogramPlot,
  top: number,
  area: Rect,
  theme: Theme,
): void {
  const perBin = area.width / counts.length;
  const gap = perBin >= 5 ? 1 : 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const height = barHeight(counts[bin]!, top, scale) * area.height;
    if (height <= 0) continue;
    const inside = chosen === undefined || (bin >= chosen[0] && bin < chosen[1]);
    context.globalAlpha = inside ? 1 : 0.35;
    context.fillStyle = theme.accent;
    // Bars of rare values stay visible: no bar is lower than half a pixel.
    const shown = Math.max(0.5, height);
    context.fillRect(
      area.x + bin * perBin,
      area.y + area.height - shown,
      Math.max(0.75, perBin - gap),
      shown,
    );
  }
  context.globalAlpha = 1;
}

function drawCountAxis(
  context: CanvasRenderingContext2D,
  scale: "linear" | "log",
  top: number,
  area: Rect,
  theme: Theme,
): void {
  const room = Math.max(2, Math.floor(area.height / 34));
  const ticks = scale === "log" ? decadeTicks(top, room) : linearTicks(0, top, room);
  context.font = `11px ${theme.font}`;
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const { value } of ticks) {
    const y = Math.round(area.y + area.height * (1 - barHeight(value, top, scale))) + 0.5;
    context.strokeStyle = theme.line;
    context.globalAlpha = 0.6;
    context.beginPath();
    context.moveTo(area.x, y);
    context.lineTo(area.x + area.width, y);
    context.stroke();
    context.globalAlpha = 1;
    context.fillStyle = theme.muted;
    context.fillText(formatCount(value), area.x - 6, y);
  }
}

function drawValueAxis(
  context: CanvasRenderingContext2D,
  { counts, low, width, label }: HistogramPlot,
  area: Rect,
  theme: Theme,
): void {
  const high = low + counts.length * width;
  const bottom = area.y + area.height;
  context.textBaseline = "top";
  context.textAlign = "center";
  context.strokeStyle = theme.muted;
  for (const tick of linearTicks(low, high, Math.max(2, Math.floor(area.width / 80)))) {
    const x = Math.round(area.x + ((tick.value - low) / (high - low)) * area.width) + 0.5;
    context.beginPath();
    context.moveTo(x, bottom);
    context.lineTo(x, bottom + 4);
    context.stroke();
    context.fillStyle = theme.muted;
    context.fillText(tick.label, x, bottom + 6);
  }
  context.fillStyle = theme.text;
  context.fillText(label, area.x + area.width / 2, bottom + 21);
}
