import type { TaskOptions } from "../../core/index.js";
import { FormatError, requireInteger, requireOneOf, ValueError } from "../../core/index.js";
import type { Image, ImageStack, Volume } from "../../model/index.js";
import type { NumberType } from "../number-type.js";
import { bytesOf } from "../number-type.js";
import { openSource } from "../open-source.js";
import { rasterToModel } from "../raster-to-model.js";
import type { RasterOptions } from "../raster-to-model.js";
import { readNumbers } from "../read-numbers.js";
import type { SourceInput } from "../source.js";

/** What a file without a header can't say of itself. */
export interface RawLayout {
  /** `[ny, nx]` or `[n, ny, nx]`, the fastest axis last. */
  readonly shape: readonly number[];
  readonly type: NumberType;
  /** Default `"little-endian"`. */
  readonly byteOrder?: "little-endian" | "big-endian";
  /** Bytes before the first value. Default 0. */
  readonly offset?: number;
}

/** What {@link readRaw} takes. */
export interface ReadRawOptions extends TaskOptions, RawLayout, RasterOptions {
  /** What three axes are. Default `"images"`. */
  readonly as?: "images" | "volume";
}

/**
 * Reads numbers that lie one behind the other, with the shape, type and pixel size that the caller states; what follows them
 * is left.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is shorter than stated, or no pixel size is given
 * @throws ValueError if the shape has not two or three sides of at least 1, or the type or byte order is none
 */
export async function readRaw(
  input: SourceInput,
  options: ReadRawOptions,
): Promise<Image | ImageStack | Volume> {
  const { shape, byteOrder = "little-endian", as = "images" } = options;
  if (shape.length !== 2 && shape.length !== 3) {
    throw new ValueError("shape", { got: shape, wanted: "[ny, nx] or [n, ny, nx]" });
  }
  for (const side of shape) requireInteger("shape", side, 1);
  const type = requireOneOf("type", options.type, Object.keys(bytesOf) as NumberType[]);
  const littleEndian =
    requireOneOf("byteOrder", byteOrder, ["little-endian", "big-endian"]) === "little-endian";
  const offset = requireInteger("offset", options.offset ?? 0, 0);
  const count = shape.reduce((product, side) => product * side, 1);
  const source = await openSource(input, options);
  try {
    if (offset + count * bytesOf[type] > source.size) {
      throw new FormatError({
        file: source.name,
        field: "data",
        offset,
        got: `a file of ${source.size} bytes`,
        wanted: `${offset + count * bytesOf[type]}, for [${shape.join(", ")}] of ${type} behind ${offset}`,
      });
    }
    const data = await readNumbers(source, { type, littleEndian, offset, count }, options);
    const content = shape.length === 2 ? "image" : as;
    return rasterToModel({ name: source.name, format: "raw", content, shape, data }, options);
  } finally {
    await source.close();
  }
}
