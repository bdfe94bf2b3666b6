/** What ImageJ writes into the description of the first page. */
export interface ImageJFacts {
  /** Planes in all; they may lie one behind the other behind a single directory. */
  readonly images: number;
  readonly channels: number;
  readonly slices: number;
  readonly frames: number;
  /** Unit of length, as written, e.g. `"nm"`. */
  readonly unit?: string;
  /** Distance of slices in that unit. */
  readonly spacing?: number;
}

/** Facts from a description, undefined if ImageJ did not write it. */
export function imageJFacts(description: string): ImageJFacts | undefined {
  if (!description.startsWith("ImageJ=")) return undefined;
  const words = new Map<string, string>();
  for (const line of description.split(/[\r\n]+/)) {
    const equals = line.indexOf("=");
    if (equals > 0) words.set(line.slice(0, equals), line.slice(equals + 1).trim());
  }
  const count = (word: string): number => {
    const number = Number(words.get(word) ?? 1);
    return Number.isSafeInteger(number) && number >= 1 ? number : 1;
  };
  const unit = words.get("unit");
  const spacing = Number(words.get("spacing") ?? Number.NaN);
  return {
    images: count("images"),
    channels: count("channels"),
    slices: count("slices"),
    frames: count("frames"),
    ...(unit !== undefined && unit !== "" && { unit }),
    ...(spacing > 0 && spacing < Number.POSITIVE_INFINITY && { spacing }),
  };
}
