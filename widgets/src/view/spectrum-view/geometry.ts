import type { Rect } from "../../draw/index.js";

/** How a spectrum lies on a square canvas: zero frequency in the middle, equal frequencies equally far in all directions. */
export interface SpectrumGeometry {
  /** `[ny, nx]` of the whole spectrum. */
  readonly shape: readonly [ny: number, nx: number];
  readonly pixelSizeA: number;
  /** Side of the canvas in CSS pixels. */
  readonly side: number;
  /** 1 shows everything up to the Nyquist frequency, 2 up to half of it. */
  readonly zoom: number;
}

/** A spatial frequency in 1/Å; y points downwards like the picture's rows. */
export interface Frequency {
  readonly x: number;
  readonly y: number;
}

/** Radius on the canvas of a spatial frequency. At zoom 1 the Nyquist frequency, 1 / (2 pixelSizeA), lies at half the side. */
export function radiusPx(frequencyInvA: number, { pixelSizeA, side, zoom }: SpectrumGeometry): number {
  return frequencyInvA * pixelSizeA * side * zoom;
}

/** The spatial frequency under a point of the canvas. */
export function frequencyAt(x: number, y: number, { pixelSizeA, side, zoom }: SpectrumGeometry): Frequency {
  const perPx = 1 / (pixelSizeA * side * zoom);
  return { x: (x - side / 2) * perPx, y: (y - side / 2) * perPx };
}

/** The point of the canvas where a spatial frequency lies. */
export function pointAt({ x, y }: Frequency, geometry: SpectrumGeometry): { x: number; y: number } {
  const { side } = geometry;
  return { x: side / 2 + radiusPx(x, geometry), y: side / 2 + radiusPx(y, geometry) };
}

/** Row and column of the spectrum nearest to a spatial frequency. */
export function pixelAt(
  { x, y }: Frequency,
  { shape: [ny, nx], pixelSizeA }: SpectrumGeometry,
): { row: number; column: number } {
  return {
    row: Math.floor(ny / 2) + Math.round(y * pixelSizeA * ny),
    column: Math.floor(nx / 2) + Math.round(x * pixelSizeA * nx),
  };
}

/** What the canvas shows of a copy of the spectrum in which one element stands for `binning` by `binning`. */
export function shownPart({ shape: [ny, nx], zoom }: SpectrumGeometry, binning: number): Rect {
  const part = (n: number): [start: number, size: number] => {
    const middle = Math.floor(n / 2) + 0.5;
    return [(middle - n / (2 * zoom)) / binning, n / zoom / binning];
  };
  const [x, width] = part(nx);
  const [y, height] = part(ny);
  return { x, y, width, height };
}
