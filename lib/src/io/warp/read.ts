import type { TaskOptions } from "../../core/index.js";
import { FormatError } from "../../core/index.js";
import { ctf } from "../../model/index.js";
import type { Ctf } from "../../model/index.js";
import type { SourceInput } from "../source.js";
import { linesOf, numberIn, readText } from "../text/index.js";
import { elementAt, parseXml } from "../xml/index.js";
import type { XmlElement } from "../xml/index.js";

/** Warp's micrometres in Å. */
const angstromsPerMicrometre = 10_000;

/** What Warp knows of a tilt series: one number per image in each list. */
export interface WarpTiltSeries {
  readonly kind: "warp-tilt-series";
  /** What the user calls it. */
  readonly name: string;
  readonly anglesDeg: Float64Array;
  /** What the specimen has taken at the end of each image, in electrons per Å². */
  readonly doseEPerA2: Float64Array;
  /** False for images that were left out. */
  readonly isUsed: readonly boolean[];
  /** Direction of the tilt axis in each image. */
  readonly axisAngleDeg: Float64Array;
  /** Of each image, in Å. */
  readonly axisOffsetA: { readonly x: Float64Array; readonly y: Float64Array };
  readonly movies: readonly string[];
  /** Of each image: the lens of the series with the defocus that the image has. */
  readonly ctfs: readonly Ctf[];
}

/**
 * Reads the metadata of a tilt series that Warp keeps as XML. Defocus is U and V in Å here; Warp has their mean and their difference
 * in micrometres.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is no such file, a value no number, or lists differ in length
 */
export async function readWarpTiltSeries(
  input: SourceInput,
  options: TaskOptions = {},
): Promise<WarpTiltSeries> {
  const text = await readText(input, options);
  const file = text.name;
  const root = parseXml(text);
  if (root.name !== "TiltSeries")
    throw new FormatError({
      file,
      field: root.name,
      got: root.name,
      wanted: "a tilt series of Warp, the element TiltSeries",
    });

  function words(name: string, count?: number): string[] {
    const found = linesOf({ name, text: elementAt(root, name)?.text ?? "" })
      .map(({ line }) => line.trim())
      .filter((line) => line !== "");
    if (found.length > 0 && (count === undefined || found.length === count)) return found;
    throw new FormatError({
      file,
      field: name,
      got: `${found.length} lines`,
      wanted: `${count ?? "one"} for each image`,
    });
  }
  const anglesDeg = numbers(file, "Angles", words("Angles"));
  const count = anglesDeg.length;
  const column = (name: string): Float64Array => numbers(file, name, words(name, count));
  return {
    kind: "warp-tilt-series",
    name: file,
    anglesDeg,
    doseEPerA2: column("Dose"),
    isUsed: words("UseTilt", count).map((word) => word === "True"),
    axisAngleDeg: column("AxisAngle"),
    axisOffsetA: { x: column("AxisOffsetX"), y: column("AxisOffsetY") },
    movies: words("MoviePath", count),
    ctfs: ctfsOf(file, root, count),
  };
}

/** The lens of each image: values that change with the tilt stand in grids of one node per image, or of one for all. */
function ctfsOf(file: string, root: XmlElement, count: number): Ctf[] {
  const parameters = new Map(
    (elementAt(root, "CTF")?.children ?? []).map(({ attributes }) => [
      attributes["Name"],
      attributes["Value"],
    ]),
  );
  const parameter = (name: string): number =>
    numbers(file, `CTF ${name}`, [parameters.get(name) ?? "nothing"])[0]!;
  const perImage = (grid: string, name: string): ((image: number) => number) => {
    const nodes = elementAt(root, grid)?.children ?? [];
    if (nodes.length !== count) return () => parameter(name);
    const values = numbers(
      file,
      grid,
      nodes.map(({ attributes }) => attributes["Value"] ?? "nothing"),
    );
    return (image) => values[image]!;
  };
  const defocus = perImage("GridCTF", "Defocus");
  const difference = perImage("GridCTFDefocusDelta", "DefocusDelta");
  const angle = perImage("GridCTFDefocusAngle", "DefocusAngle");
  const phase = perImage("GridCTFPhase", "PhaseShift");
  return Array.from({ length: count }, (_, image) =>
    ctf({
      defocusUA: angstromsPerMicrometre * (defocus(image) + difference(image) / 2),
      defocusVA: angstromsPerMicrometre * (defocus(image) - difference(image) / 2),
      defocusAngleDeg: angle(image),
      voltageKV: parameter("Voltage"),
      csMm: parameter("Cs"),
      amplitudeContrast: parameter("Amplitude"),
      // Warp counts in multiples of pi
      phaseShiftDeg: 180 * phase(image),
    }),
  );
}

function numbers(file: string, field: string, words: readonly string[]): Float64Array {
  return Float64Array.from(words, (word) => {
    const value = numberIn(word);
    if (Number.isFinite(value)) return value;
    throw new FormatError({ file, field, got: word, wanted: "a number" });
  });
}
