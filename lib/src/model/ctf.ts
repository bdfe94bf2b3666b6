import { requireBetween, requireFinite, requirePositive } from "../core/index.js";

/** What the lens does to each spatial frequency: the parameters of the contrast transfer function of an image. */
export interface Ctf {
  readonly kind: "ctf";
  /** Largest defocus, in Å, positive for underfocus. */
  readonly defocusUA: number;
  /** Smallest defocus, across it. */
  readonly defocusVA: number;
  /** Direction of U, from the one of rising columns towards the one of rising rows, in degrees within (-90, 90]. */
  readonly defocusAngleDeg: number;
  readonly voltageKV: number;
  /** Spherical aberration, in mm. */
  readonly csMm: number;
  /** Share of the contrast that comes from amplitudes, from 0 to 1; 0.07 to 0.1 for ice. */
  readonly amplitudeContrast: number;
  /** Of a phase plate, in degrees. */
  readonly phaseShiftDeg: number;
  /** The envelope `exp(-B s² / 4)`, in Å². */
  readonly bFactorA2: number;
}

/** What {@link ctf} needs. */
export interface CtfOptions {
  /** In Å, positive for underfocus. */
  readonly defocusUA: number;
  /** Default `defocusUA`: no astigmatism. */
  readonly defocusVA?: number;
  /** Direction of U in degrees, of any size. Default 0. */
  readonly defocusAngleDeg?: number;
  readonly voltageKV: number;
  readonly csMm: number;
  /** From 0 to 1. */
  readonly amplitudeContrast: number;
  /** Default 0: no phase plate. */
  readonly phaseShiftDeg?: number;
  /** In Å². Default 0: no envelope. */
  readonly bFactorA2?: number;
}

/**
 * Makes a {@link Ctf}. Where V is the larger defocus the two change places and the angle turns by 90 degrees, which is
 * the same lens.
 *
 * @throws ValueError if a number is not finite, the voltage not above 0, Cs negative, or the amplitude contrast not in 0 to 1
 * @example
 * ```ts
 * ctf({ defocusUA: 15000, voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1 }).defocusVA; // 15000
 * ```
 */
export function ctf({
  defocusUA,
  defocusVA = defocusUA,
  defocusAngleDeg = 0,
  voltageKV,
  csMm,
  amplitudeContrast,
  phaseShiftDeg = 0,
  bFactorA2 = 0,
}: CtfOptions): Ctf {
  requireFinite("defocusUA", defocusUA, "Å");
  requireFinite("defocusVA", defocusVA, "Å");
  requireFinite("defocusAngleDeg", defocusAngleDeg, "degrees");
  const swapped = defocusVA > defocusUA;
  return {
    kind: "ctf",
    defocusUA: swapped ? defocusVA : defocusUA,
    defocusVA: swapped ? defocusUA : defocusVA,
    defocusAngleDeg: axisAngle(swapped ? defocusAngleDeg + 90 : defocusAngleDeg),
    voltageKV: requirePositive("voltageKV", voltageKV, "kV"),
    csMm: requireBetween("csMm", csMm, 0, Number.MAX_VALUE, "mm"),
    amplitudeContrast: requireBetween("amplitudeContrast", amplitudeContrast, 0, 1, "shares of the whole"),
    phaseShiftDeg: requireFinite("phaseShiftDeg", phaseShiftDeg, "degrees"),
    bFactorA2: requireFinite("bFactorA2", bFactorA2, "Å²"),
  };
}

/** The direction of an axis, which half a turn leaves the same, in (-90, 90]. */
function axisAngle(deg: number): number {
  return deg - 180 * Math.ceil((deg - 90) / 180);
}
