import { element, label, written, type Markup } from "./svg.js";
import { css, faint, ink, rule } from "./theme.js";
import { linear, roundTicks, tickTexts } from "./ticks.js";

/** One axis of a plot: what it shows and how far it goes. */
export interface Axis {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** Where the ticks of the upright axis stand. Default: at round numbers. */
  readonly ticks?: readonly number[];
  /** Text of a tick of the upright axis. Default: the number. */
  readonly tick?: (value: number) => string;
  /** A second text under a tick, e.g. the resolution at a frequency. */
  readonly secondTick?: (value: number) => string;
}

/** Frame and scales of a plot. */
export interface Plot {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Title, axes and grid. */
  readonly frame: readonly Markup[];
}

/** Size of every plot, in pixels: fills a notebook's column without shrinking. */
export const plotWidth = 640;
export const plotHeight = 400;

/** Lays out title, axes with round ticks, and a light grid. */
export function layOut(title: string, horizontal: Axis, vertical: Axis): Plot {
  const [left, right, top] = [86, plotWidth - 20, 40];
  const bottom = plotHeight - (horizontal.secondTick === undefined ? 52 : 66);
  const x = linear(horizontal.low, horizontal.high, left, right);
  const y = linear(vertical.low, vertical.high, bottom, top);
  const [across, up] = [
    roundTicks(horizontal.low, horizontal.high, 7),
    vertical.ticks ?? roundTicks(vertical.low, vertical.high, 5),
  ];
  const [acrossTexts, upTexts] = [tickTexts(across), tickTexts(up)];
  const frame = [
    label(cut(title, 84), left, 24, { fill: css(ink), "font-size": 14, "font-weight": 600 }),
    ...up.flatMap((value, i) => [
      line(left, y(value), right, y(value), css(rule), 0.6),
      label(vertical.tick?.(value) ?? upTexts[i]!, left - 8, y(value) + 4, {
        "text-anchor": "end",
        fill: css(faint),
      }),
    ]),
    ...across.flatMap((value, i) => [
      line(x(value), bottom, x(value), bottom + 5, css(faint), 1),
      label(acrossTexts[i]!, x(value), bottom + 18, {
        "text-anchor": "middle",
        fill: css(faint),
      }),
      ...secondTick(horizontal, value, x(value), bottom + 32),
    ]),
    line(left, bottom, right, bottom, css(faint), 1),
    label(cut(horizontal.label, 80), (left + right) / 2, plotHeight - 10, {
      "text-anchor": "middle",
      fill: css(ink),
    }),
    element(
      "text",
      {
        transform: `translate(16 ${(top + bottom) / 2}) rotate(-90)`,
        "text-anchor": "middle",
        fill: css(ink),
      },
      written(cut(vertical.label, 44)),
    ),
  ];
  return { x, y, left, right, top, bottom, frame };
}

/** A straight line. */
export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  width: number,
  dash: string = "none",
): Markup {
  return element("line", { x1, y1, x2, y2, stroke, "stroke-width": width, "stroke-dasharray": dash });
}

/** The text, cut with an ellipsis at `most` characters. */
export function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}

function secondTick({ secondTick: text }: Axis, value: number, x: number, y: number): Markup[] {
  if (text === undefined) return [];
  return [label(text(value), x, y, { "text-anchor": "middle", fill: css(faint), "font-size": 10 })];
}
