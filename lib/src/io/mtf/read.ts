import type { TaskOptions } from "../../core/index.js";
import { FormatError } from "../../core/index.js";
import { curve } from "../../model/index.js";
import type { Curve } from "../../model/index.js";
import type { SourceInput } from "../source.js";
import { readStar } from "../star/index.js";

/** RELION's names of the two columns. */
const [frequencyLabel, valueLabel] = ["rlnResolutionInversePixel", "rlnMtfValue"] as const;

/**
 * Reads the modulation transfer function of a detector, a STAR file as RELION has them: values over frequency in cycles per pixel, up
 * to 0.5.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is no such table
 * @example
 * ```ts
 * import { readMtf } from "vitrine";
 * const text = "data_mtf\nloop_\n_rlnResolutionInversePixel\n_rlnMtfValue\n0 1\n0.5 0.4\n";
 * (await readMtf(new TextEncoder().encode(text))).series[0]?.values;   // Float64Array [1, 0.4]
 * ```
 */
export async function readMtf(input: SourceInput, options: TaskOptions = {}): Promise<Curve> {
  const { name, blocks } = await readStar(input, options);
  const columns = blocks.map(({ table }) => table.columns).find((block) => block[valueLabel] !== undefined);
  const [frequencies, values] = [columns?.[frequencyLabel], columns?.[valueLabel]];
  const isWhole =
    frequencies instanceof Float64Array && values instanceof Float64Array && frequencies.length > 0;
  if (!isWhole || !frequencies.every(Number.isFinite) || !values.every(Number.isFinite)) {
    throw new FormatError({
      file: name,
      field: `_${valueLabel}`,
      got: columns === undefined ? "no such column" : "what are no numbers",
      wanted: `numbers, beside _${frequencyLabel}`,
    });
  }
  return curve({
    title: "modulation transfer function",
    x: { label: "frequency", unit: "1/px", values: frequencies },
    y: { label: "contrast", unit: "" },
    series: [{ name: "MTF", values, role: "data" }],
  });
}
