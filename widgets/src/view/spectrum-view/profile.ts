import { formatResolution, linearTicks, resolutionTicks } from "../../draw/index.js";
import type { Rect, Theme } from "../../draw/index.js";

/** Mean power over spatial frequency. */
export interface Profile {
  readonly frequencyInvA: Float64Array;
  readonly power: Float64Array;
  readonly ringsA: readonly number[];
  /** Spatial frequency under the cursor, in 1/Å. */
  readonly cursorInvA: number | undefined;
}

/** Where the curve stands on a canvas of this size, in CSS pixels. */
export function profileArea(width: number, height: number): Rect {
  return { x: 46, y: 36, width: Math.max(20, width - 58), height: Math.max(20, height - 80) };
}

/** log10 of the power, and the range to draw: everything but the origin, which towers over the rest. */
export function logRange({
  frequencyInvA,
  power,
}: Pick<Profile, "frequencyInvA" | "power">): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < power.length; i++) {
    if (frequencyInvA[i] === 0 || !(power[i]! > 0)) continue;
    const value = Math.log10(power[i]!);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(high >= low)) return [0, 1];
  const room = 0.05 * (high - low) || 0.5;
  return [low - room, high + room];
}

/** The last spatial frequency of the profile, in 1/Å. */
export function lastFrequency({ frequencyInvA }: Pick<Profile, "frequencyInvA">): number {
  return frequencyInvA[frequencyInvA.length - 1] ?? 0;
}

/** Draws the radial profile with marks in 1/Å below and in Å above. */
export function drawProfile(
  context: CanvasRenderingContext2D,
  profile: Profile,
  area: Rect,
  theme: Theme,
): void {
  const last = lastFrequency(profile);
  if (!(last > 0)) return;
  const [low, high] = logRange(profile);
  const xAt = (frequency: number): number => area.x + (frequency / last) * area.width;
  const yAt = (value: number): number => area.y + area.height * (1 - (value - low) / (high - low));
  context.font = `11px ${theme.font}`;
  context.lineWidth = 1;
  drawPowerAxis(context, low, high, area, yAt, theme);
  drawFrequencyAxes(context, last, area, xAt, theme);
  drawGuides(context, profile, last, area, xAt, theme);

  context.save();
  context.beginPath();
  context.rect(area.x, area.y, area.width, area.height);
  context.clip();
  context.beginPath();
  let drawing = false;
  for (let i = 0; i < profile.power.length; i++) {
    const power = profile.power[i]!;
    if (!(power > 0)) {
      drawing = false;
      continue;
    }
    const [x, y] = [xAt(profile.frequencyInvA[i]!), yAt(Math.log10(power))];
    if (drawing) context.lineTo(x, y);
    else context.moveTo(x, y);
    drawing = true;
  }
  context.strokeStyle = theme.accent;
  context.lineWidth = 1.75;
  context.lineJoin = "round";
  context.stroke();
  context.restore();
}

function drawPowerAxis(
  context: CanvasRenderingContext2D,
  low: number,
  high: number,
  area: Rect,
  yAt: (value: number) => number,
  theme: Theme,
): void {
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const { value, label } of linearTicks(low, high, Math.max(2, area.height / 50))) {
    const y = Math.round(yAt(value)) + 0.5;
    context.globalAlpha = 0.6;
    context.strokeStyle = theme.line;
    line(context, area.x, y, area.x + area.width, y);
    context.globalAlpha = 1;
    context.fillStyle = theme.muted;
    context.fillText(label, area.x - 6, y);
  }
  context.save();
  context.translate(11, area.y + area.height / 2);
  context.rotate(-Math.PI / 2);
  context.textAlign = "center";
  context.fillStyle = theme.text;
  context.fillText("log\u2081\u2080 power", 0, 0);
  context.restore();
}

function drawFrequencyAxes(
  context: CanvasRenderingContext2D,
  last: number,
  area: Rect,
  xAt: (frequency: number) => number,
  theme: Theme,
): void {
  const bottom = area.y + area.height;
  context.strokeStyle = theme.muted;
  line(context, area.x, Math.round(bottom) + 0.5, area.x + area.width, Math.round(bottom) + 0.5);
  line(context, area.x, area.y + 0.5, area.x + area.width, area.y + 0.5);
  context.textAlign = "center";
  context.fillStyle = theme.muted;
  context.textBaseline = "top";
  for (const { value, label } of linearTicks(0, last, Math.max(2, area.width / 55))) {
    line(context, xAt(value), bottom, xAt(value), bottom + 4);
    context.fillText(label, xAt(value), bottom + 6);
  }
  context.textBaseline = "bottom";
  for (const { value, label } of resolutionTicks(0, last, (44 * last) / area.width)) {
    line(context, xAt(value), area.y, xAt(value), area.y - 4);
    context.fillText(label, xAt(value), area.y - 5);
  }
  context.fillStyle = theme.text;
  context.textBaseline = "top";
  context.fillText("spatial frequency (1/Å)", area.x + area.width / 2, bottom + 22);
  context.fillText("radial profile", area.x + area.width / 2, 2);
}

function drawGuides(
  context: CanvasRenderingContext2D,
  { ringsA, cursorInvA }: Profile,
  last: number,
  area: Rect,
  xAt: (frequency: number) => number,
  theme: Theme,
): void {
  context.strokeStyle = theme.warm;
  context.globalAlpha = 0.7;
  context.setLineDash([4, 4]);
  for (const ring of ringsA) {
    if (1 / ring <= last) line(context, xAt(1 / ring), area.y, xAt(1 / ring), area.y + area.height);
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
  if (cursorInvA === undefined || cursorInvA > last || cursorInvA <= 0) return;
  const x = xAt(cursorInvA);
  context.strokeStyle = theme.text;
  line(context, x, area.y, x, area.y + area.height);
  context.textAlign = x > area.x + area.width / 2 ? "right" : "left";
  context.textBaseline = "top";
  context.fillStyle = theme.text;
  context.fillText(formatResolution(1 / cursorInvA), x + (context.textAlign === "left" ? 5 : -5), area.y + 5);
}

function line(context: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}
