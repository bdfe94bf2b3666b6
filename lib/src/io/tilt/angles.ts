import type { TaskOptions } from "../../core/index.js";
import { FormatError } from "../../core/index.js";
import type { SourceInput } from "../source.js";
import { linesOf, numbersIn, readText, writeText } from "../text/index.js";

/**
 * Reads the tilt angles of a series in degrees, an IMOD `.tlt` or `.rawtlt` file; also other lists of one number per line, as of
 * doses.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if a line is not one finite number, or there is none
 * @example
 * ```ts
 * import { readTiltAngles } from "vitrine";
 * await readTiltAngles(new TextEncoder().encode("-3.00\n  0.01\n"));   // Float64Array [-3, 0.01]
 * ```
 */
export async function readTiltAngles(input: SourceInput, options: TaskOptions = {}): Promise<Float64Array> {
  return Float64Array.from((await numberRows(input, options, 1)).flat());
}

/**
 * Writes tilt angles, one per line, to 0.01 degrees as IMOD does unless they have more decimals.
 *
 * @throws FileError if the place is not writable
 */
export async function writeTiltAngles(path: string, anglesDeg: ArrayLike<number>): Promise<void> {
  const lines = Array.from(anglesDeg, (angle) => {
    const short = angle.toFixed(2);
    return `${(Number(short) === angle ? short : String(angle)).padStart(8)}\n`;
  });
  await writeText(path, lines.join(""));
}

/** Lines of so many finite numbers each; empty lines are passed over. */
export async function numberRows(
  input: SourceInput,
  options: TaskOptions,
  count: number,
): Promise<number[][]> {
  const text = await readText(input, options);
  const rows = linesOf(text).flatMap(({ line, offset }) => {
    if (line.trim() === "") return [];
    const numbers = numbersIn(line);
    if (numbers.length === count && numbers.every(Number.isFinite)) return [numbers];
    throw new FormatError({
      file: text.name,
      field: "line",
      offset,
      got: line,
      wanted: count === 1 ? "a number" : `${count} numbers`,
    });
  });
  if (rows.length > 0) return rows;
  throw new FormatError({ file: text.name, field: "line", got: "none", wanted: "a line for each image" });
}
