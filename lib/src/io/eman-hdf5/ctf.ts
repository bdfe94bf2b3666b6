import { ctf } from "../../model/index.js";
import type { Ctf } from "../../model/index.js";

/**
 * The contrast transfer function in EMAN2's spelling, `E` and numbers: defocus and its astigmatism in micrometres, the angle, the B
 * factor, the amplitude contrast in percent, the voltage in kV, Cs in mm. Nothing where it is spelled otherwise or has no meaning.
 */
export function ctfOfEman(text: string): Ctf | undefined {
  const numbers = /^E\S/.test(text) ? text.slice(1).trim().split(/\s+/).slice(0, 7).map(Number) : [];
  if (numbers.length < 7 || !numbers.every(Number.isFinite)) return undefined;
  const [defocus, difference, angleDeg, bFactorA2, percent, voltageKV, csMm] = numbers as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!(voltageKV > 0 && csMm >= 0 && percent >= 0 && percent <= 100)) return undefined;
  return ctf({
    defocusUA: 1e4 * (defocus + difference / 2),
    defocusVA: 1e4 * (defocus - difference / 2),
    defocusAngleDeg: angleDeg,
    voltageKV,
    csMm,
    amplitudeContrast: percent / 100,
    bFactorA2,
  });
}
