import type { TaskOptions } from "../../core/index.js";
import { FormatError } from "../../core/index.js";
import { curve } from "../../model/index.js";
import type { Curve } from "../../model/index.js";
import type { SourceInput } from "../source.js";
import { linesOf, numbersIn, readText } from "../text/index.js";

/** Lines behind that of the frequencies, in turn. */
const names = [
  "average over circles",
  "average along the rings",
  "fitted CTF",
  "quality of fit",
  "noise of the quality",
] as const;

/**
 * Reads the radial averages that CTFFIND wrote beside its result, an `_avrot.txt` file: for each image the spectrum over spatial
 * frequency in 1/Å, averaged over circles and along the rings of the CTF, with the CTF that was fitted and the quality of the fit.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if there are not six lines of numbers for each image, or they differ in length
 * @example
 * ```ts
 * import { readCtffindAverages } from "vitrine";
 * const text = "# Output from CTFFind\n0 0.1 0.2\n1 1 1\n1 1 1\n0 1 0\n1 0.9 0.5\n0 0 0\n";
 * const [average] = await readCtffindAverages(new TextEncoder().encode(text));
 * average?.series[3]?.values;   // Float64Array [1, 0.9, 0.5]
 * ```
 */
export async function readCtffindAverages(
  input: SourceInput,
  options: TaskOptions = {},
): Promise<readonly Curve[]> {
  const text = await readText(input, options);
  const rows = linesOf(text).filter(({ line }) => line.trim() !== "" && !line.startsWith("#"));
  const perImage = names.length + 1;
  function wrong(offset: number, got: string, wanted: string): never {
    throw new FormatError({ file: text.name, field: "lines of an image", offset, got, wanted });
  }
  if (rows.length === 0 || rows.length % perImage !== 0)
    wrong(0, `${rows.length} lines of numbers`, `${perImage} for each image`);
  const numbers = rows.map(({ line, offset }) => {
    const values = Float64Array.from(numbersIn(line));
    return values.some(Number.isNaN) ? wrong(offset, line, "numbers") : values;
  });
  return Array.from({ length: rows.length / perImage }, (_, image) => {
    const [frequencies, ...averages] = numbers.slice(image * perImage, (image + 1) * perImage);
    const uneven = averages.findIndex(({ length }) => length !== frequencies!.length);
    if (uneven >= 0) {
      const { offset } = rows[image * perImage + uneven + 1]!;
      wrong(offset, `${averages[uneven]!.length} numbers`, `${frequencies!.length}, one for each frequency`);
    }
    return curve({
      title: `radial average of image ${image + 1}`,
      x: { label: "spatial frequency", unit: "1/Å", values: frequencies! },
      y: { label: "amplitude", unit: "" },
      series: averages.map((values, i) => ({ name: names[i]!, values, role: "data" })),
    });
  });
}
