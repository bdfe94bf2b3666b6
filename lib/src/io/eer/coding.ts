import { FormatError } from "../../core/index.js";
import type { Source } from "../source.js";
import type { TiffDirectory } from "../tiff/directory.js";
import type { TiffHeader } from "../tiff/header.js";
import { entryNumbers } from "../tiff/values.js";

/** How electrons are written: a count of empty pixels before each, and in which part of its pixel it came down. */
export interface EerCoding {
  /** Bits of a count of empty pixels; with all of them set, more empty pixels follow instead of an electron. */
  readonly skipBits: number;
  /** Bits of the place in the pixel along x. */
  readonly horizontalBits: number;
  /** Bits of the place in the pixel along y. */
  readonly verticalBits: number;
  /** Whether the bits of a place, without meaning, also follow a count without an electron: in files of prototypes. */
  readonly emptyPlaces: boolean;
}

/**
 * Codings that are fixed by the number of the compression. Programs differ over empty places in 65000: RELION expects them, as
 * in files of prototypes, others don't. Only one of the two makes a frame end at its last pixel.
 */
const fixed: Readonly<Record<number, EerCoding>> = {
  65000: { skipBits: 8, horizontalBits: 2, verticalBits: 2, emptyPlaces: true },
  65001: { skipBits: 7, horizontalBits: 2, verticalBits: 2, emptyPlaces: false },
};

/** The compression whose coding three tags say. */
const described = 65002;
const tags = { skipBits: 65007, horizontalBits: 65008, verticalBits: 65009 } as const;
const ranges = { skipBits: [4, 12], horizontalBits: [0, 4], verticalBits: [0, 4] } as const;

/** Whether pages of a TIFF file with this compression hold electrons. */
export function isEerCompression(compression: number): boolean {
  return compression === described || fixed[compression] !== undefined;
}

/** How the electrons of a page are written. @throws FormatError if its tags don't say it, or say what can't be */
export async function readEerCoding(
  source: Source,
  header: TiffHeader,
  directory: TiffDirectory,
  compression: number,
): Promise<EerCoding> {
  const known = fixed[compression];
  if (known !== undefined) return known;
  const bits = async (name: keyof typeof tags): Promise<number> => {
    const [low, high] = ranges[name];
    const entry = directory.entries.get(tags[name]);
    const value =
      entry === undefined || entry.count !== 1
        ? undefined
        : (await entryNumbers(source, header, entry, directory))[0]!;
    if (value !== undefined && Number.isInteger(value) && value >= low && value <= high) return value;
    throw new FormatError({
      file: source.name,
      field: `tag ${tags[name]}, ${name}`,
      offset: entry?.at ?? directory.at,
      got: value ?? "none",
      wanted: `bits from ${low} to ${high}`,
      hint: `compression ${described} needs tags ${Object.values(tags).join(", ")}`,
    });
  };
  return {
    skipBits: await bits("skipBits"),
    horizontalBits: await bits("horizontalBits"),
    verticalBits: await bits("verticalBits"),
    emptyPlaces: false,
  };
}
