import { requireShape } from "vitrine/array";
import type { ColourMapName } from "./colour-map.js";

/** A grid of values to draw, row after row, row 0 at the top. value = offset + scale * stored. */
export interface Picture {
  readonly data: Uint8Array | Float32Array;
  readonly width: number;
  readonly height: number;
  readonly offset: number;
  readonly scale: number;
}

/** Makes a {@link Picture}. @throws ShapeError if the data don't fill it */
export function picture(parts: Picture): Picture {
  requireShape("picture", parts.data.length, [parts.height, parts.width]);
  return parts;
}

/** The value at a row and column; `undefined` outside. */
export function valueAt(of: Picture, row: number, column: number): number | undefined {
  if (row < 0 || column < 0 || row >= of.height || column >= of.width) return undefined;
  return of.offset + of.scale * of.data[row * of.width + column]!;
}

/** A rectangle. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a picture is drawn. */
export interface PaintOptions {
  /** Values drawn in the first and the last colour. */
  readonly limits: readonly [low: number, high: number];
  readonly map: ColourMapName;
  /** What is seen of the picture, in its own pixels; pixel `i` covers `[i, i + 1)`. May reach beyond it: nothing is drawn there. */
  readonly source: Rect;
  /** Where on the canvas, in CSS pixels. */
  readonly target: Rect;
}

/** Draws one picture again and again with other contrasts and windows, without a copy of its data in between. */
export interface Painter {
  /** What drew last; before the first time, what will be tried. */
  readonly backend: () => "webgl2" | "canvas";
  readonly show: (of: Picture) => void;
  /** Draws into a context whose unit is the CSS pixel. Does nothing before the first `show`. */
  readonly paint: (context: CanvasRenderingContext2D, options: PaintOptions) => void;
  readonly dispose: () => void;
}
