import type { TaskOptions } from "../../core/index.js";
import { FormatError, radToDeg } from "../../core/index.js";
import { ctf } from "../../model/index.js";
import type { SourceInput } from "../source.js";
import { linesOf, numberIn, numbersIn, readText } from "../text/index.js";
import type { CtfEstimate } from "./estimate.js";

/** What CTFFIND wrote of the images of one file. */
export interface CtffindFile {
  readonly kind: "ctffind";
  /** What the user calls it. */
  readonly name: string;
  /** Of the program, `"4.1.14"`. */
  readonly version: string;
  /** Of the images as CTFFIND read them. */
  readonly pixelSizeA: number;
  /** One for each image. */
  readonly estimates: readonly CtfEstimate[];
}

/** Columns from version 4.0 on; 5 added three: axis and angle of a tilt, and the thickness. */
const [fewestColumns, mostColumns] = [7, 10] as const;

/**
 * Reads what CTFFIND 4 or 5 wrote as text: voltage, Cs and amplitude contrast from its first lines, defocus, phase shift (radians in
 * the file, degrees here), score and resolution of each image from the rows.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if the microscope is not described, or a row has not 7 to 10 numbers
 * @example
 * ```ts
 * import { readCtffind } from "vitrine";
 * const text =
 *   "# Output from CTFFind version 4.1.14, run on 2023-02-02 15:13:07\n" +
 *   "# Pixel size: 1.06 Angstroms ; acceleration voltage: 300.0 keV ; spherical aberration: 2.70 mm ; amplitude contrast: 0.07\n" +
 *   "1.0 12000.0 11500.0 35.0 0.0 0.25 3.4\n";
 * const { estimates } = await readCtffind(new TextEncoder().encode(text));
 * [estimates[0]?.ctf.defocusUA, estimates[0]?.fitResolutionA];   // [12000, 3.4]
 * ```
 */
export async function readCtffind(input: SourceInput, options: TaskOptions = {}): Promise<CtffindFile> {
  const text = await readText(input, options);
  const file = text.name;
  const lines = linesOf(text).filter(({ line }) => line.trim() !== "");
  const comments = lines.filter(({ line }) => line.startsWith("#")).map(({ line }) => line);
  const heading = comments.join("\n");

  function stated(field: string): number {
    const word = new RegExp(`${field}: *(\\S+)`, "i").exec(heading)?.[1];
    const value = word === undefined ? NaN : numberIn(word);
    if (Number.isFinite(value)) return value;
    throw new FormatError({
      file,
      field,
      got: word ?? "nothing",
      wanted: "a number in the lines that begin with #, as CTFFIND writes it",
    });
  }

  const lens = {
    voltageKV: stated("acceleration voltage"),
    csMm: stated("spherical aberration"),
    amplitudeContrast: stated("amplitude contrast"),
  };
  const rows = lines.filter(({ line }) => !line.startsWith("#"));
  const estimates = rows.map(({ line, offset }): CtfEstimate => {
    const numbers = numbersIn(line);
    const refused = (cause?: unknown): FormatError =>
      new FormatError({
        file,
        field: "row",
        offset,
        got: line,
        wanted: `${fewestColumns} to ${mostColumns} numbers, as CTFFIND writes them`,
        cause,
      });
    if (numbers.length < fewestColumns || numbers.length > mostColumns || numbers.some(Number.isNaN))
      throw refused();
    try {
      return estimateOf(numbers, lens);
    } catch (cause) {
      throw refused(cause);
    }
  });
  if (estimates.length === 0)
    throw new FormatError({ file, field: "row", got: "none", wanted: "one for each micrograph" });
  const version = /version (\S+?),/.exec(heading)?.[1] ?? "";
  return { kind: "ctffind", name: file, version, pixelSizeA: stated("pixel size"), estimates };
}

function estimateOf(
  numbers: readonly number[],
  lens: { readonly voltageKV: number; readonly csMm: number; readonly amplitudeContrast: number },
): CtfEstimate {
  const [number, defocusUA, defocusVA, defocusAngleDeg, phaseRad, score, fitResolutionA] = numbers as Row;
  const [axisDeg, angleDeg, thicknessA] = numbers.slice(fewestColumns);
  return {
    index: number - 1,
    ctf: ctf({ ...lens, defocusUA, defocusVA, defocusAngleDeg, phaseShiftDeg: radToDeg(phaseRad) }),
    score,
    fitResolutionA,
    ...(axisDeg !== undefined && angleDeg !== undefined && { tilt: { axisDeg, angleDeg } }),
    ...(thicknessA !== undefined && { thicknessA }),
  };
}

type Row = readonly [
  number: number,
  defocusUA: number,
  defocusVA: number,
  defocusAngleDeg: number,
  phaseRad: number,
  score: number,
  fitResolutionA: number,
];
