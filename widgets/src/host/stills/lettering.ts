import { glyph } from "./glyphs.js";
import { strokeLines, type Raster, type Rgb } from "./raster.js";

/** How a text stands in a picture. */
export interface Lettering {
  readonly color: Rgb;
  /** Height of a capital in pixels. Default 8. */
  readonly size?: number;
  /** Which part of the text lies at `x`. Default `"start"`. */
  readonly anchor?: "start" | "middle" | "end";
  /** Width of a stroke in pixels. Default 0.13 of the height, at least 1. */
  readonly weight?: number;
}

/** Height of a capital in the units of the glyphs. */
const capitals = 6;
/** Between two letters, in the same units. */
const spacing = 1.5;

/** Width of a text in pixels. */
export function textWidth(text: string, size: number = 8): number {
  let width = 0;
  for (const letter of text) width += glyph(letter).width + spacing;
  return (Math.max(0, width - spacing) * size) / capitals;
}

/** Writes one line of text with its baseline at `y`. */
export function drawText(picture: Raster, text: string, x: number, y: number, options: Lettering): void {
  const { color, size = 8, anchor = "start", weight = Math.max(1, 0.13 * size) } = options;
  const unit = size / capitals;
  const shift = anchor === "start" ? 0 : textWidth(text, size) * (anchor === "middle" ? 0.5 : 1);
  let at = x - shift;
  for (const letter of text) {
    const { width, pieces } = glyph(letter);
    strokeLines(
      picture,
      pieces.map((value, i) => (i % 2 === 0 ? at + value * unit : y - value * unit)),
      { color, width: weight },
    );
    at += (width + spacing) * unit;
  }
}

/** The text, cut with an ellipsis where it would be wider than `room` pixels. */
export function fitText(text: string, room: number, size: number = 8): string {
  if (textWidth(text, size) <= room) return text;
  let letters = [...text];
  while (letters.length > 0 && textWidth(`${letters.join("")}…`, size) > room) letters = letters.slice(0, -1);
  return `${letters.join("")}…`;
}
