import { colourMap } from "./colour-map.js";
import { tapsFor } from "./shader.js";
import type { PaintOptions, Picture } from "./picture.js";

/** Does on the processor what the shader does, where there is no WebGL2. `stored` are limits in texture units. */
export function paintOnCanvas(
  of: Picture,
  context: CanvasRenderingContext2D,
  options: PaintOptions & { readonly stored: readonly [number, number] },
  [width, height]: readonly [number, number],
): void {
  const scratch = document.createElement("canvas");
  scratch.width = width;
  scratch.height = height;
  const ink = scratch.getContext("2d");
  if (ink === null) return;
  const image = ink.createImageData(width, height);
  fillPixels(image.data, of, options, [width, height]);
  ink.putImageData(image, 0, 0);
  const { target } = options;
  context.imageSmoothingEnabled = false;
  context.drawImage(scratch, target.x, target.y, target.width, target.height);
}

/** Writes red, green, blue, opacity of every screen pixel. */
export function fillPixels(
  out: Uint8ClampedArray,
  of: Picture,
  { source, map, stored }: PaintOptions & { readonly stored: readonly [number, number] },
  [width, height]: readonly [number, number],
): void {
  const table = colourMap(map);
  const unit = of.data instanceof Uint8Array ? 1 / 255 : 1;
  const stepX = source.width / width;
  const stepY = source.height / height;
  const taps = tapsFor(Math.max(stepX, stepY));
  const sample = taps === 1 ? enlarged : reduced;
  const range = stored[1] - stored[0];
  for (let row = 0; row < height; row++) {
    const y = source.y + (row + 0.5) * stepY;
    for (let column = 0; column < width; column++) {
      const x = source.x + (column + 0.5) * stepX;
      if (x < 0 || y < 0 || x >= of.width || y >= of.height) continue;
      const t = (sample(of, x, y, { stepX, stepY, taps }) * unit - stored[0]) / range;
      const entry = 3 * (t >= 0 ? Math.floor(Math.min(t, 1) * 255 + 0.5) : 0);
      const at = 4 * (row * width + column);
      out[at] = table[entry]!;
      out[at + 1] = table[entry + 1]!;
      out[at + 2] = table[entry + 2]!;
      out[at + 3] = 255;
    }
  }
}

interface Footprint {
  readonly stepX: number;
  readonly stepY: number;
  readonly taps: number;
}

function fetchStored(of: Picture, row: number, column: number): number {
  const y = Math.min(of.height - 1, Math.max(0, row));
  const x = Math.min(of.width - 1, Math.max(0, column));
  return of.data[y * of.width + x]!;
}

function enlarged(of: Picture, x: number, y: number): number {
  const row = Math.floor(y - 0.5);
  const column = Math.floor(x - 0.5);
  const fx = x - 0.5 - column;
  const fy = y - 0.5 - row;
  const top = fetchStored(of, row, column) * (1 - fx) + fetchStored(of, row, column + 1) * fx;
  const bottom = fetchStored(of, row + 1, column) * (1 - fx) + fetchStored(of, row + 1, column + 1) * fx;
  return top * (1 - fy) + bottom * fy;
}

function reduced(of: Picture, x: number, y: number, { stepX, stepY, taps }: Footprint): number {
  let sum = 0;
  for (let j = 0; j < taps; j++) {
    const row = Math.floor(y + ((j + 0.5) / taps - 0.5) * stepY);
    for (let i = 0; i < taps; i++)
      sum += fetchStored(of, row, Math.floor(x + ((i + 0.5) / taps - 0.5) * stepX));
  }
  return sum / (taps * taps);
}
