import { FormatError } from "../../core/index.js";
import { numbersIn } from "../text/index.js";
import type { MdocFile } from "./mdoc-file.js";

/** SerialEM's micrometres in Å. */
const angstromsPerMicrometre = 10_000;

/** What is known of one image of a tilt series, frame set or montage; left out is what the file does not say. */
export interface MdocImage {
  /** `"ZValue"`, `"FrameSet"` or `"MontSection"`. */
  readonly section: string;
  /** Number of the image in its stack, from 0. */
  readonly index: number;
  readonly tiltAngleDeg?: number;
  /** From the image's x axis to the tilt axis, as SerialEM counts. */
  readonly rotationAngleDeg?: number;
  readonly pixelSizeA?: number;
  /** What the objective lens was set to, positive for underfocus: not measured in the image, and without meaning where the stage was not at the eucentric height. */
  readonly defocusA?: number;
  /** What was asked for, positive for underfocus. */
  readonly targetDefocusA?: number;
  /** What the image took, in electrons per Å². */
  readonly exposureDoseEPerA2?: number;
  /** What the specimen has taken at the end of the image. */
  readonly doseEPerA2?: number;
  readonly exposureTimeS?: number;
  readonly imageShiftA?: readonly [x: number, y: number];
  /** In micrometres, as stages are read. */
  readonly stageMicrometres?: readonly [x: number, y: number];
  readonly magnification?: number;
  /** Name of the movie's file, without the folder on the microscope's computer. */
  readonly movie?: string;
  readonly frameCount?: number;
  /** As SerialEM spells it. */
  readonly dateTime?: string;
}

/**
 * What an mdoc file says of its images, in the library's units: Å, and underfocus positive where SerialEM has it negative; the
 * dose at the end of an image, where SerialEM gives that before it.
 *
 * @throws FormatError if a value is no number
 * @example
 * ```ts
 * import { mdocImages, readMdoc } from "vitrine";
 * const text = "[ZValue = 0]\nTiltAngle = -3\nTargetDefocus = -2.5\nExposureDose = 3\nPriorRecordDose = 30\n";
 * const [first] = mdocImages(await readMdoc(new TextEncoder().encode(text)));
 * [first?.targetDefocusA, first?.doseEPerA2];   // [25000, 33]
 * ```
 */
export function mdocImages(mdoc: MdocFile): readonly MdocImage[] {
  return mdoc.sections.map(({ type, value, entries }, at): MdocImage => {
    function numbers(key: string, count: number, scale = 1): number[] | undefined {
      const text = entries[key] ?? mdoc.entries[key];
      if (text === undefined) return undefined;
      const found = numbersIn(text).slice(0, count);
      if (found.length === count && found.every(Number.isFinite))
        return found.map((number) => scale * number);
      throw new FormatError({
        file: mdoc.name,
        field: `[${type} = ${value}] ${key}`,
        got: text,
        wanted: count === 1 ? "a number" : `${count} numbers`,
      });
    }
    const number = (key: string, scale = 1): number | undefined => numbers(key, 1, scale)?.[0];
    const pair = (key: string, scale = 1): readonly [number, number] | undefined =>
      numbers(key, 2, scale) as [number, number] | undefined;
    const exposure = number("ExposureDose");
    const before = number("PriorRecordDose");
    return known({
      section: type,
      index: /^\d{1,9}$/.test(value) ? Number(value) : at,
      tiltAngleDeg: number("TiltAngle"),
      rotationAngleDeg: number("RotationAngle"),
      pixelSizeA: number("PixelSpacing"),
      defocusA: number("Defocus", -angstromsPerMicrometre),
      targetDefocusA: number("TargetDefocus", -angstromsPerMicrometre),
      exposureDoseEPerA2: exposure,
      doseEPerA2: before === undefined || exposure === undefined ? undefined : before + exposure,
      exposureTimeS: number("ExposureTime"),
      imageShiftA: pair("ImageShift", angstromsPerMicrometre),
      stageMicrometres: pair("StagePosition"),
      magnification: number("Magnification"),
      movie: entries["SubFramePath"]?.split(/[\\/]/).at(-1),
      frameCount: number("NumSubFrames"),
      dateTime: entries["DateTime"],
    });
  });
}

/** A record without what is not known. */
function known(values: { readonly [key in keyof MdocImage]: MdocImage[key] | undefined }): MdocImage {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as unknown as MdocImage;
}
