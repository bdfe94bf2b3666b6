/** A colour, 0 … 255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A picture in memory: red, green and blue of each pixel, row after row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A rectangle in pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An evenly coloured picture. */
export function raster(width: number, height: number, background: Rgb): Raster {
  const picture = { width, height, data: new Uint8Array(3 * width * height) };
  fillRect(picture, { x: 0, y: 0, width, height }, background);
  return picture;
}

/** Fills a rectangle; what lies outside of the picture is left out. */
export function fillRect(picture: Raster, { x, y, width, height }: Rect, color: Rgb): void {
  const right = Math.min(picture.width, x + width);
  const bottom = Math.min(picture.height, y + height);
  for (let row = Math.max(0, y); row < bottom; row++)
    for (let column = Math.max(0, x); column < right; column++)
      picture.data.set(color, 3 * (row * picture.width + column));
}

/** Puts a grey picture of `width` x `height` bytes at `(x, y)`, through `ramp` where one is given. */
export function putBytes(
  picture: Raster,
  bytes: Uint8Array,
  { x, y, width, height }: Rect,
  ramp: (value: number) => Rgb = grey,
): void {
  const colors = Array.from({ length: 256 }, (_, value) => ramp(value));
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      picture.data.set(colors[bytes[row * width + column]!]!, 3 * ((y + row) * picture.width + x + column));
}

/** The grey of a value. */
export function grey(value: number): Rgb {
  return [value, value, value];
}

/** How a line is drawn. */
export interface Stroke {
  readonly color: Rgb;
  /** In pixels. Default 1. */
  readonly width?: number;
  /** 0 … 1. Default 1. */
  readonly opacity?: number;
}

/**
 * Draws line pieces `[x0, y0, x1, y1, …]` with smooth edges and round ends. All pieces of one call are one shape:
 * where they overlap nothing is drawn twice. Pixel `(i, j)` has its centre at `(i + 0.5, j + 0.5)`.
 */
export function strokeLines(picture: Raster, pieces: readonly number[], stroke: Stroke): void {
  const { color, width = 1, opacity = 1 } = stroke;
  const radius = width / 2 + 0.5;
  const box = boundsOf(pieces, radius, picture);
  if (box.width <= 0 || box.height <= 0) return;
  const coverage = new Float32Array(box.width * box.height);
  for (let i = 0; i + 3 < pieces.length; i += 4)
    coverPiece(coverage, box, [pieces[i]!, pieces[i + 1]!, pieces[i + 2]!, pieces[i + 3]!], radius);
  for (let i = 0; i < coverage.length; i++) {
    if (coverage[i] === 0) continue;
    const x = box.x + (i % box.width);
    const y = box.y + Math.floor(i / box.width);
    blend(picture, x, y, color, opacity * coverage[i]!);
  }
}

function coverPiece(
  coverage: Float32Array,
  box: Rect,
  piece: readonly [number, number, number, number],
  radius: number,
): void {
  const [x0, y0, x1, y1] = piece;
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length2 = dx * dx + dy * dy;
  const left = Math.max(box.x, Math.floor(Math.min(x0, x1) - radius));
  const right = Math.min(box.x + box.width, Math.ceil(Math.max(x0, x1) + radius));
  const top = Math.max(box.y, Math.floor(Math.min(y0, y1) - radius));
  const bottom = Math.min(box.y + box.height, Math.ceil(Math.max(y0, y1) + radius));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const [px, py] = [x + 0.5 - x0, y + 0.5 - y0];
      const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
      const distance = Math.hypot(px - along * dx, py - along * dy);
      const covered = Math.min(1, Math.max(0, radius - distance));
      const at = (y - box.y) * box.width + (x - box.x);
      if (covered > coverage[at]!) coverage[at] = covered;
    }
  }
}

function boundsOf(pieces: readonly number[], radius: number, picture: Raster): Rect {
  let [left, top, right, bottom] = [picture.width, picture.height, 0, 0];
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    left = Math.min(left, pieces[i]!);
    right = Math.max(right, pieces[i]!);
    top = Math.min(top, pieces[i + 1]!);
    bottom = Math.max(bottom, pieces[i + 1]!);
  }
  const x = Math.max(0, Math.floor(left - radius));
  const y = Math.max(0, Math.floor(top - radius));
  const width = Math.min(picture.width, Math.ceil(right + radius)) - x;
  const height = Math.min(picture.height, Math.ceil(bottom + radius)) - y;
  return { x, y, width, height };
}

/** Steps of an edge's smoothness: enough for the eye, and few colours, so that a picture keeps to a palette. */
const edgeSteps = 8;

function blend({ data, width }: Raster, x: number, y: number, color: Rgb, weight: number): void {
  const at = 3 * (y * width + x);
  const part = Math.round(weight * edgeSteps) / edgeSteps;
  for (let c = 0; c < 3; c++) data[at + c] = Math.round(data[at + c]! + part * (color[c]! - data[at + c]!));
}
