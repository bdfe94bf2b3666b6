import { requireBetween, ValueError } from "../../core/index.js";
import type { Image } from "../../model/index.js";
import { levelRows, requirePictureOptions } from "../grey-levels.js";
import type { LevelRows, PictureOptions } from "../grey-levels.js";
import { BitWriter } from "./bit-writer.js";
import { BlockWriter } from "./block-writer.js";
import { frameSegments } from "./segments.js";
import { stepsOf } from "./tables.js";

/** What {@link encodeJpeg} takes. */
export interface JpegOptions extends PictureOptions {
  /** From 1 to 100. Default 90: no blocks are seen, in a tenth of the values' bytes. */
  readonly quality?: number;
}

const defaultQuality = 90;
/** Longest side that the format has. */
const longestSide = 65535;

/** One component of a picture: its sample around 0 for each level, and what writes its blocks. */
interface Component {
  readonly samples: Float64Array;
  readonly writer: BlockWriter;
}

/**
 * The bytes of a JPEG picture of an image, row 0 at the top: greys of 8 bits, or colours from a table. For looking at, not for
 * measuring: values change a little.
 *
 * @throws ValueError if `black` and `white` are equal or not finite, the quality is outside 1 to 100, or a side above 65535
 * @throws ShapeError if `colours` are not 256
 * @example
 * ```ts
 * const picture = image(new Float32Array([0, 1, 2, 3, 4, 5]), { shape: [2, 3], pixelSizeA: 1 });
 * const bytes = await encodeJpeg(picture, { black: 0, white: 5, quality: 95 });
 * ```
 */
export async function encodeJpeg(image: Image, options: JpegOptions): Promise<Uint8Array> {
  requirePictureOptions(options);
  const quality = requireBetween("quality", options.quality ?? defaultQuality, 1, 100, "percent");
  if (Math.max(...image.shape) > longestSide) {
    throw new ValueError("image", { got: image.shape, wanted: `sides of at most ${longestSide} pixels` });
  }
  const steps = [stepsOf("brightness", quality), stepsOf("colour", quality)] as const;
  const out = new BitWriter();
  const components = samplesOfLevels(options.colours).map((samples, i): Component => ({
    samples,
    writer: new BlockWriter(out, steps[i === 0 ? 0 : 1]),
  }));
  for await (const part of levelRows(image, options, { most: 255, atOnce: 8 })) writeBlocks(part, components);
  const before = frameSegments(image.shape, components.length, steps);
  const scan = out.finish();
  const bytes = new Uint8Array(before.length + scan.length + 2);
  bytes.set(before);
  bytes.set(scan, before.length);
  bytes.set([0xff, 0xd9], before.length + scan.length);
  return bytes;
}

/** Brightness of each level around 0, and for colours their blueness and redness as well. */
function samplesOfLevels(colours: Uint8Array | undefined): Float64Array[] {
  const of = (sample: (level: number) => number): Float64Array =>
    Float64Array.from({ length: 256 }, (_, level) => sample(level));
  if (colours === undefined) return [of((level) => level - 128)];
  const mixed = (red: number, green: number, blue: number, shift: number): Float64Array =>
    of((i) => red * colours[3 * i]! + green * colours[3 * i + 1]! + blue * colours[3 * i + 2]! - shift);
  return [
    mixed(0.299, 0.587, 0.114, 128),
    mixed(-0.168736, -0.331264, 0.5, 0),
    mixed(0.5, -0.418688, -0.081312, 0),
  ];
}

/** Writes up to eight rows as blocks; where the image ends within one, its last row and column go on. */
function writeBlocks({ rows, levels }: LevelRows, components: readonly Component[]): void {
  const columns = levels.length / rows;
  const block = new Float64Array(64);
  for (let left = 0; left < columns; left += 8) {
    for (const { samples, writer } of components) {
      for (let i = 0; i < block.length; i++) {
        const [row, column] = [Math.min(rows - 1, i >> 3), Math.min(columns - 1, left + (i & 7))];
        block[i] = samples[levels[row * columns + column]!]!;
      }
      writer.write(block);
    }
  }
}
