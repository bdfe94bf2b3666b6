import type { Rgb } from "./raster.js";

/** Colours of the stills: white paper, so that they read in a light and in a dark notebook. */
export const paper: Rgb = [255, 255, 255];
export const ink: Rgb = [38, 42, 51];
export const faint: Rgb = [112, 118, 130];
export const rule: Rgb = [205, 209, 216];
/** Behind pictures that don't fill their panel. */
export const mount: Rgb = [238, 240, 243];
/** Behind the surface. */
export const night: Rgb = [20, 24, 32];
export const accent: Rgb = [230, 140, 30];

/** Lines that stay apart for colour-blind eyes (after Okabe and Ito 2008, "Color universal design"). */
export const lineColors: readonly Rgb[] = [
  [0, 114, 178],
  [213, 94, 0],
  [0, 158, 115],
  [204, 121, 167],
  [230, 159, 0],
  [86, 180, 233],
];

/** A colour as SVG and HTML write it. */
export function css([red, green, blue]: Rgb): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Steps between black and white in a picture: what the eye tells apart, and half the bytes of 256 in a noisy one. */
const greySteps = 95;

/** A byte at the nearest of the grey steps. */
export function stepped(value: number): number {
  return Math.round((Math.round((value / 255) * greySteps) / greySteps) * 255);
}

/** Shade of the surface: night, over blue, to white. */
export function surfaceColor(value: number): Rgb {
  if (value === 0) return night;
  const t = Math.round((value / 255) * 48) / 48;
  const mix = (from: number, middle: number, to: number): number =>
    Math.round(t < 0.6 ? from + (middle - from) * (t / 0.6) : middle + (to - middle) * ((t - 0.6) / 0.4));
  return [mix(20, 92, 240), mix(24, 148, 248), mix(32, 204, 255)];
}
