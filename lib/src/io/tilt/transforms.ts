import type { TaskOptions } from "../../core/index.js";
import type { SourceInput } from "../source.js";
import { writeText } from "../text/index.js";
import { numberRows } from "./angles.js";

/**
 * How an image of a tilt series is brought into line: a point `(x, y)` from the image's centre goes to
 * `(xx x + xy y + shiftX, yx x + yy y + shiftY)`, in pixels.
 */
export interface TiltTransform {
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
  readonly shiftPx: { readonly x: number; readonly y: number };
}

/**
 * Reads the transforms of IMOD's alignment, an `.xf` file: one line of six numbers per image.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if a line is not six finite numbers
 * @example
 * ```ts
 * import { readTiltTransforms } from "vitrine";
 * const [first] = await readTiltTransforms(new TextEncoder().encode("0 -1 1 0 12.5 -3\n"));
 * [first?.xy, first?.shiftPx.x];   // [-1, 12.5]
 * ```
 */
export async function readTiltTransforms(
  input: SourceInput,
  options: TaskOptions = {},
): Promise<readonly TiltTransform[]> {
  const rows = await numberRows(input, options, 6);
  return rows.map((row) => {
    const [xx, xy, yx, yy, x, y] = row as [number, number, number, number, number, number];
    return { xx, xy, yx, yy, shiftPx: { x, y } };
  });
}

/**
 * Writes transforms as an `.xf` file, with IMOD's decimals: 1e-7 of the matrix, 0.001 of a pixel.
 *
 * @throws FileError if the place is not writable
 */
export async function writeTiltTransforms(path: string, transforms: readonly TiltTransform[]): Promise<void> {
  const lines = transforms.map(({ xx, xy, yx, yy, shiftPx }) => {
    const matrix = [xx, xy, yx, yy].map((value) => value.toFixed(7).padStart(12));
    const shift = [shiftPx.x, shiftPx.y].map((value) => value.toFixed(3).padStart(12));
    return `${[...matrix, ...shift].join("")}\n`;
  });
  await writeText(path, lines.join(""));
}
