import { zlibSync } from "fflate";
import type { Task, TaskOptions } from "../../core/index.js";
import { requireOneOf, startTask, ValueError } from "../../core/index.js";
import type { Image, ImageStack, Volume } from "../../model/index.js";
import { hostIsLittleEndian } from "../mrc/decode.js";
import { swapBytes } from "./byte-order.js";
import { directoryBytes, encodeDirectory, encodeTiffHeader } from "./encode-directory.js";
import type { TiffField, TiffSize } from "./encode-directory.js";
import { encodeLzw } from "./encode-lzw.js";
import { requireStorable, storedRows, tiffEncoding } from "./encode-values.js";
import type { TiffEncoding, TiffWriteType } from "./encode-values.js";
import { takeDifferences } from "./predictor.js";
import { tag, valueType } from "./tags.js";

/** What every writer of TIFF files takes. */
export interface TiffWriteOptions {
  /** How values are stored. Default `"float32"`: exact. Whole numbers are never rounded or clipped to: others are an error. */
  readonly type?: TiffWriteType;
  /** Default `"lzw"`: every program that reads movies reads it; `"deflate"` is a little smaller and slower. */
  readonly compression?: "lzw" | "deflate" | "none";
  /**
   * `"differences"` stores what a value adds to the one on its left, of whole numbers only. Default `"none"`: counted
   * electrons pack better without; smooth images pack better with it.
   */
  readonly predictor?: "none" | "differences";
  /** Whether places in the file have 8 bytes. Default `"if needed"`: where it may come to more than 4 GB. */
  readonly bigTiff?: "if needed" | "always";
}

/** A file about to be written. */
export interface EncodedTiff {
  /** Bytes of the values before they are packed. */
  readonly totalBytes: number;
  /** The file's bytes from first to last, made as they are asked for; one page is held at a time. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Rows of a strip are as many as fit into so many bytes: small enough to stop between them. */
const stripBytes = 2 ** 18;
const compressionNumbers = { none: 1, lzw: 5, deflate: 8 } as const;
/** LZW can make half as much again of noise; the rest is for directories. */
const [mostGrowth, classicLimit] = [1.6, 2 ** 32 - 2 ** 24] as const;
/** The finest resolution that the field for pixels per centimetre holds. */
const mostPerUnit = 2 ** 32 - 1;

/**
 * The bytes of a TIFF file, a page for each image or section. Everything that can be refused is refused here.
 *
 * @throws ValueError if a value can't be stored in the type
 */
export async function encodeTiff(
  noun: Image | ImageStack | Volume,
  options: TiffWriteOptions & TaskOptions = {},
): Promise<EncodedTiff> {
  const { type = "float32", bigTiff = "if needed" } = options;
  const encoding = tiffEncoding(type);
  const compression = requireOneOf("compression", options.compression ?? "lzw", ["lzw", "deflate", "none"]);
  const predictor = requireOneOf("predictor", options.predictor ?? "none", ["none", "differences"]);
  if (predictor === "differences" && type === "float32") {
    throw new ValueError("predictor", { got: predictor, wanted: '"none" for float32' });
  }
  const task = startTask(options);
  await requireStorable(noun.data, encoding, task);
  const totalBytes = noun.data.length * encoding.bytes;
  const size = bigTiff === "always" || mostGrowth * totalBytes > classicLimit ? "big" : "classic";
  const common = commonFields(noun);
  return { totalBytes, chunks: filePieces(noun, { encoding, compression, predictor, size, common }, task) };
}

interface Plan {
  readonly encoding: TiffEncoding;
  readonly compression: keyof typeof compressionNumbers;
  readonly predictor: "none" | "differences";
  readonly size: TiffSize;
  readonly common: readonly TiffField[];
}

/** Header, then each page's strips with its directory behind them, which names the place of the next one. */
async function* filePieces(
  { data, shape }: Image | ImageStack | Volume,
  plan: Plan,
  task: Task,
): AsyncGenerator<Uint8Array> {
  const [ny, nx] = [shape.at(-2)!, shape.at(-1)!];
  const { size } = plan;
  let place = encodeTiffHeader(size, 0).length;
  let before: { fields: readonly TiffField[]; at: number } | undefined;
  for (let start = 0; start < data.length; start += ny * nx) {
    const strips: Uint8Array[] = [];
    for await (const strip of packedStrips(data.subarray(start, start + ny * nx), [ny, nx], plan, task)) {
      strips.push(strip);
    }
    const fields = pageFields([ny, nx], strips, place, plan);
    const length = strips.reduce((sum, strip) => sum + strip.length, 0);
    const at = place + length + (length % 2);
    yield before === undefined
      ? encodeTiffHeader(size, at)
      : encodeDirectory(size, before.fields, { at: before.at, next: at });
    yield* strips;
    if (length % 2 === 1) yield new Uint8Array(1);
    before = { fields, at };
    place = at + directoryBytes(size, fields);
  }
  yield encodeDirectory(size, before!.fields, { at: before!.at, next: 0 });
}

function rowsPerStrip([ny, nx]: readonly [number, number], { bytes }: TiffEncoding): number {
  return Math.min(ny, Math.max(1, Math.floor(stripBytes / (nx * bytes))));
}

async function* packedStrips(
  page: Float32Array,
  [ny, nx]: readonly [number, number],
  { encoding, compression, predictor }: Plan,
  task: Task,
): AsyncGenerator<Uint8Array> {
  const rows = rowsPerStrip([ny, nx], encoding);
  for (let top = 0; top < ny; top += rows) {
    const bytes = storedRows(page, encoding, { top, rows: Math.min(rows, ny - top), ny, nx });
    if (predictor === "differences") takeDifferences(bytes, encoding.type, nx);
    if (!hostIsLittleEndian) swapBytes(bytes, encoding.bytes);
    yield compression === "none" ? bytes : compression === "lzw" ? encodeLzw(bytes) : zlibSync(bytes);
    await task.breathe();
  }
}

/** Fields of every page: pixel size, and for a volume that its pages are slices, as ImageJ has it. */
function commonFields(noun: Image | ImageStack | Volume): readonly TiffField[] {
  const software = textField(tag.software, "Vitrine");
  if (noun.kind !== "volume") {
    return [...resolutionFields(1e8 / noun.pixelSizeA, 3), software];
  }
  const [slices] = noun.shape;
  const spacingNm = (noun.voxelSizesA?.[0] ?? noun.voxelSizeA) / 10;
  const description = `ImageJ=1.54f\nimages=${slices}\nslices=${slices}\nunit=nm\nspacing=${spacingNm}\nloop=false\n`;
  return [textField(tag.description, description), ...resolutionFields(10 / noun.voxelSizeA, 1), software];
}

/** Pixels per unit as a fraction, as exact as it can be; 3 says per centimetre, 1 that the unit is said elsewhere. */
function resolutionFields(perUnit: number, unit: 1 | 3): readonly TiffField[] {
  if (perUnit > mostPerUnit) {
    throw new ValueError("pixelSizeA", {
      got: 1e8 / perUnit,
      wanted: "at least 0.0233 Å: TIFF has no room for less",
    });
  }
  const below = Math.max(1, Math.floor(mostPerUnit / Math.max(1, perUnit)));
  const fraction = [Math.round(perUnit * below), below];
  return [
    { tag: tag.xResolution, type: valueType.rational, values: fraction },
    { tag: tag.yResolution, type: valueType.rational, values: fraction },
    { tag: tag.resolutionUnit, type: valueType.short, values: [unit] },
  ];
}

function textField(number: number, text: string): TiffField {
  return { tag: number, type: valueType.ascii, values: [...new TextEncoder().encode(text), 0] };
}

function pageFields(
  [ny, nx]: readonly [number, number],
  strips: readonly Uint8Array[],
  place: number,
  { encoding, compression, predictor, size, common }: Plan,
): readonly TiffField[] {
  const word = (number: number, value: number): TiffField => ({
    tag: number,
    type: valueType.short,
    values: [value],
  });
  const long = (number: number, value: number): TiffField => ({
    tag: number,
    type: valueType.long,
    values: [value],
  });
  const type = size === "big" ? valueType.long8 : valueType.long;
  const offsets = new Float64Array(strips.length);
  for (let i = 0; i < strips.length; i++)
    offsets[i] = i === 0 ? place : offsets[i - 1]! + strips[i - 1]!.length;
  const fields = [
    long(tag.width, nx),
    long(tag.height, ny),
    word(tag.bitsPerSample, 8 * encoding.bytes),
    word(tag.compression, compressionNumbers[compression]),
    word(tag.photometric, 1),
    { tag: tag.stripOffsets, type, values: offsets },
    word(tag.samplesPerPixel, 1),
    long(tag.rowsPerStrip, rowsPerStrip([ny, nx], encoding)),
    { tag: tag.stripByteCounts, type, values: strips.map(({ length }) => length) },
    ...(predictor === "differences" ? [word(tag.predictor, 2)] : []),
    word(tag.sampleFormat, encoding.sampleFormat),
    ...common,
  ];
  return fields.sort((one, other) => one.tag - other.tag);
}
