import type { Source } from "../source.js";
import type { TiffDirectory } from "./directory.js";
import type { TiffHeader } from "./header.js";
import type { ImageJFacts } from "./imagej.js";
import { tag } from "./tags.js";
import { entryNumbers, entryText } from "./values.js";

/** Å in the units of length that programs write, by their lower-case names. */
const unitsA: Readonly<Record<string, number>> = {
  å: 1,
  "\\u00c5": 1,
  a: 1,
  angstrom: 1,
  angstroms: 1,
  pm: 0.01,
  nm: 10,
  nanometer: 10,
  nanometers: 10,
  µm: 1e4,
  μm: 1e4,
  um: 1e4,
  "\\u00b5m": 1e4,
  micron: 1e4,
  microns: 1e4,
  micrometer: 1e4,
};

/** Å in an inch and in a centimetre, by the number of the resolution's unit. */
const resolutionUnitsA: Readonly<Record<number, number>> = { 2: 2.54e8, 3: 1e8 };

/**
 * The largest size that is taken for a microscope's: 1 µm. Above it lie the 72 points per inch of screens and the
 * 300 of printers, which programs write that know nothing better.
 */
const largestA = 1e4;
const smallestA = 0.01;

/** Sizes along x and y that differ by more are two sizes. */
const sameWithin = 1e-3;

/** Å per pixel, as far as the page says it in a way that can be trusted: ImageJ's, DigitalMicrograph's, or a resolution per cm or inch. */
export async function readPixelSizeA(
  source: Source,
  header: TiffHeader,
  directory: TiffDirectory,
  imageJ: ImageJFacts | undefined,
): Promise<number | undefined> {
  const one = async (number: number): Promise<number> => {
    const entry = directory.entries.get(number);
    if (entry === undefined || entry.count !== 1) return Number.NaN;
    return (await entryNumbers(source, header, entry, directory))[0]!;
  };
  const unit = async (number: number): Promise<number> => {
    const entry = directory.entries.get(number);
    return entry === undefined ? Number.NaN : unitA(await entryText(source, entry, directory));
  };
  if (directory.entries.has(tag.micrographScaleX)) {
    const x = (await one(tag.micrographScaleX)) * (await unit(tag.micrographUnitX));
    const y = (await one(tag.micrographScaleY)) * (await unit(tag.micrographUnitY));
    return believable(x, y);
  }
  const resolution = [await one(tag.xResolution), await one(tag.yResolution)] as const;
  const perUnit =
    imageJ?.unit === undefined
      ? (resolutionUnitsA[await one(tag.resolutionUnit)] ?? Number.NaN)
      : unitA(imageJ.unit);
  return believable(perUnit / resolution[0], perUnit / resolution[1]);
}

/** Å from one slice to the next, where ImageJ says it. */
export function sliceDistanceA({ unit = "", spacing = Number.NaN }: ImageJFacts): number | undefined {
  const distance = spacing * unitA(unit);
  return distance > 0 ? distance : undefined;
}

function unitA(name: string): number {
  return unitsA[name.trim().toLowerCase()] ?? Number.NaN;
}

function believable(x: number, y: number): number | undefined {
  const square = Math.abs(x - y) <= sameWithin * Math.min(x, y);
  return square && x >= smallestA && x <= largestA ? x : undefined;
}
