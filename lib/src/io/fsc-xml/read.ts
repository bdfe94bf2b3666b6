import type { TaskOptions } from "../../core/index.js";
import { FormatError } from "../../core/index.js";
import { curve } from "../../model/index.js";
import type { Curve } from "../../model/index.js";
import type { SourceInput } from "../source.js";
import { readText, writeText } from "../text/index.js";
import { elementAt, numberOf, parseXml } from "../xml/index.js";
import type { XmlElement } from "../xml/index.js";

/**
 * Reads a Fourier shell correlation as EMDB keeps it, an XML file: correlation over spatial frequency in 1/Å.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is no such file, or a coordinate no number
 * @example
 * ```ts
 * import { readFscXml } from "vitrine";
 * const text = "<fsc><coordinate><x>0.1</x><y>0.98</y></coordinate></fsc>";
 * (await readFscXml(new TextEncoder().encode(text))).series[0]?.values;   // Float64Array [0.98]
 * ```
 */
export async function readFscXml(input: SourceInput, options: TaskOptions = {}): Promise<Curve> {
  const text = await readText(input, options);
  const root = parseXml(text);
  const points = root.children.filter(({ name }) => name === "coordinate");
  if (root.name !== "fsc" || points.length === 0) {
    throw new FormatError({
      file: text.name,
      field: root.name,
      got: `${points.length} coordinates`,
      wanted: "an FSC as EMDB keeps it: the element fsc with coordinates",
    });
  }
  const column = (axis: string): Float64Array =>
    Float64Array.from(points, (point) => coordinate(text.name, point, axis));
  return curve({
    title: root.attributes["title"] ?? "Fourier shell correlation",
    x: { label: "spatial frequency", unit: "1/Å", values: column("x") },
    y: { label: "correlation", unit: "" },
    series: [{ name: "FSC", values: column("y"), role: "data" }],
  });
}

function coordinate(file: string, point: XmlElement, axis: string): number {
  const value = numberOf(file, axis, elementAt(point, axis)?.text);
  if (value !== undefined) return value;
  throw new FormatError({ file, field: "coordinate", got: `no ${axis}`, wanted: "x and y" });
}

/** The text of an FSC as EMDB takes it, of the first series of a curve over 1/Å. */
export function encodeFscXml({ title, x, series }: Curve): string {
  const points = Array.from(
    x.values,
    (frequency, i) =>
      `  <coordinate>\n    <x>${frequency}</x>\n    <y>${series[0]!.values[i]}</y>\n  </coordinate>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<fsc title="${escaped(title)}" xaxis="Resolution (A-1)" yaxis="Correlation Coefficient">\n${points.join("")}</fsc>\n`;
}

/** Writes an FSC as EMDB takes it. The file appears whole or not at all. @throws FileError if the place is not writable */
export async function writeFscXml(path: string, fsc: Curve): Promise<void> {
  await writeText(path, encodeFscXml(fsc));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
