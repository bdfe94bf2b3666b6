import { FormatError } from "../../core/index.js";
import type { ColumnTaker } from "../relion/columns.js";
import { groupOptics } from "../relion/index.js";
import type { GivenOptics, GroupedOptics, NeededOptics } from "../relion/index.js";

const millimetreA = 1e7;
const milli = 1e-3;

/** What cryoSPARC calls the quantities that have to be known. */
const labels: Readonly<Record<NeededOptics, string>> = {
  voltageKV: "ctf/accel_kv",
  csMm: "ctf/cs_mm",
  amplitudeContrast: "ctf/amp_contrast",
  pixelSizeA: "blob/psize_A",
};

/**
 * One optics group for each exposure group that differs in what the library knows of optics.
 *
 * @throws FormatError if neither the data set nor the caller says the voltage, Cs, amplitude contrast or pixel size
 */
export function opticsFromCs(
  file: string,
  {
    rowCount,
    take,
    given,
  }: { readonly rowCount: number; readonly take: ColumnTaker; readonly given?: GivenOptics },
): GroupedOptics {
  const csMm = take.numbers(labels.csMm);
  const [tiltX, tiltY] = csMm ? (take.together("ctf/tilt_A[0]", "ctf/tilt_A[1]") ?? []) : [];
  const inMrad = (lengths: Float64Array): Float64Array =>
    lengths.map((length, row) => beamTiltMrad(length, csMm![row]!));
  const boxSizePx = take.numbers("blob/shape[0]");
  take.numbers("blob/shape[1]");
  return groupOptics(
    {
      voltageKV: take.numbers(labels.voltageKV),
      csMm,
      amplitudeContrast: take.numbers(labels.amplitudeContrast),
      pixelSizeA: take.numbers(labels.pixelSizeA),
      micrographPixelSizeA: take.numbers("location/micrograph_psize_A"),
      boxSizePx,
      beamTilt: tiltX && tiltY && [inMrad(tiltX), inMrad(tiltY)],
      exposureGroup: take.numbers("ctf/exp_group_id"),
    },
    { rowCount, given, missing: (quantity) => missing(file, labels[quantity]) },
  );
}

/** Beam tilt, which cryoSPARC states as the length that is the sine of the angle times Cs, in Å. */
function beamTiltMrad(lengthA: number, csMm: number): number {
  return lengthA === 0 ? 0 : Math.asin(lengthA / (csMm * millimetreA)) / milli;
}

/** The length by which cryoSPARC states a beam tilt, in Å. */
export function beamTiltLengthA(tiltMrad: number, csMm: number): number {
  return Math.sin(tiltMrad * milli) * csMm * millimetreA;
}

function missing(file: string, label: string): never {
  throw new FormatError({
    file,
    field: label,
    got: "no such field",
    wanted: "voltage, Cs, amplitude contrast and pixel size of the particles",
    hint: "cryoSPARC keeps what a job did not change in a passthrough file beside it: { passthrough: path }",
  });
}
