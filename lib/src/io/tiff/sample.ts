import { FormatError } from "../../core/index.js";
import type { NumberType } from "../number-type.js";
import { bytesOf } from "../number-type.js";
import type { TiffLayout } from "./page.js";

/** How one value is stored: as a number of whole bytes, or packed into fewer bits. */
export type TiffSample = NumberType | PackedSample;

/** Unsigned whole numbers that share bytes; rows are filled up to a whole byte. */
export interface PackedSample {
  readonly bits: number;
  /** Which of the numbers in a byte is the first one. */
  readonly first: "high bits" | "low bits";
}

/** Numbers of bits that are unpacked: 4 for counted electrons, the others as cameras have them. */
const packedBits: readonly number[] = [1, 2, 4, 10, 12, 14];

const wholeTypes: Readonly<Record<string, NumberType>> = {
  "1:8": "uint8",
  "1:16": "uint16",
  "1:32": "uint32",
  "2:8": "int8",
  "2:16": "int16",
  "2:32": "int32",
  "3:16": "float16",
  "3:32": "float32",
  "3:64": "float64",
};

/** Kinds of value that are not said to be anything are unsigned, as 4 (undefined) is taken everywhere. */
const undefinedFormat = 4;

/** How the values of a page are stored. @throws FormatError if they are colours, or numbers that can't be read */
export function sampleOf(file: string, layout: TiffLayout): TiffSample {
  const { bitsPerSample, samplesPerPixel, sampleFormat } = layout;
  if (samplesPerPixel !== 1) {
    throw new FormatError({
      file,
      field: "samples per pixel",
      got: samplesPerPixel,
      wanted: "1: grey values",
      hint: "a picture in colour; turn it into grey first",
    });
  }
  const format = sampleFormat === undefinedFormat ? 1 : sampleFormat;
  const type = wholeTypes[`${format}:${bitsPerSample}`];
  if (type !== undefined) return type;
  if (format === 1 && packedBits.includes(bitsPerSample)) return { bits: bitsPerSample, first: "high bits" };
  throw new FormatError({
    file,
    field: "bits per sample",
    got: `${bitsPerSample} in sample format ${sampleFormat}`,
    wanted: `8, 16 or 32 bits, floats of 16, 32 or 64, or ${packedBits.join(", ")} packed`,
  });
}

/** Bits of one value. */
export function bitsOf(sample: TiffSample): number {
  return typeof sample === "string" ? 8 * bytesOf[sample] : sample.bits;
}

/** A row of 8-bit values as a row of twice as many with 4 bits, the first one in the low bits: an extension of IMOD's. */
export const nibbles: PackedSample = { bits: 4, first: "low bits" };

/**
 * Sides in bytes of super-resolution frames of K3 (11520 x 8184) and K2 (7676 x 7420) cameras, upright or turned, with
 * two values in each byte. Nothing else tells them from frames of that many bytes; IMOD and RELION go by the sides, too.
 */
const nibbleSides: readonly string[] = [
  "5760x8184",
  "8184x5760",
  "4092x11520",
  "11520x4092",
  "3710x7676",
  "7676x3710",
  "3838x7420",
  "7420x3838",
];

/** Whether the sides of a page of bytes are those of a camera's frame with two values in each byte. */
export function looksLikeNibbles({ width, height, bitsPerSample }: TiffLayout): boolean {
  return bitsPerSample === 8 && nibbleSides.includes(`${width}x${height}`);
}
