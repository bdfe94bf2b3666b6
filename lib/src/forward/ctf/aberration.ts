import { degToRad } from "../../core/index.js";
import type { Ctf } from "../../model/index.js";
import { electronWavelengthA } from "./electron-wavelength.js";

/**
 * A {@link Ctf} as numbers to reckon with: at frequency (x, y) in 1/Å, with s² = x² + y², the phase is
 * `xx x² + xy x y + yy y² + fourth s⁴ + constant` radians, and the envelope `exp(-decay s²)`.
 */
export interface Aberration {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
  readonly fourth: number;
  readonly constant: number;
  readonly decay: number;
}

/** Å in a millimetre. */
const angstromPerMm = 1e7;

/** Collects what does not depend on the frequency. Defocus in a direction is `mean + half difference * cos 2(direction - angle)`. */
export function aberrationOf(ctf: Ctf): Aberration {
  const lambda = electronWavelengthA(ctf.voltageKV);
  const mean = Math.PI * lambda * 0.5 * (ctf.defocusUA + ctf.defocusVA);
  const half = Math.PI * lambda * 0.5 * (ctf.defocusUA - ctf.defocusVA);
  const twice = 2 * degToRad(ctf.defocusAngleDeg);
  return {
    xx: mean + half * Math.cos(twice),
    xy: 2 * half * Math.sin(twice),
    yy: mean - half * Math.cos(twice),
    fourth: -0.5 * Math.PI * ctf.csMm * angstromPerMm * lambda ** 3,
    constant: degToRad(ctf.phaseShiftDeg) + Math.asin(ctf.amplitudeContrast),
    decay: ctf.bFactorA2 / 4,
  };
}

/** `sin` of the phase, times the envelope. */
export function transferAt(
  { xx, xy, yy, fourth, constant, decay }: Aberration,
  x: number,
  y: number,
): number {
  const square = x * x + y * y;
  const phase = xx * x * x + xy * x * y + yy * y * y + fourth * square * square + constant;
  const value = Math.sin(phase);
  return decay === 0 ? value : value * Math.exp(-decay * square);
}
