import { requirePositive } from "../../core/index.js";

/**
 * Wavelength of electrons in Å, relativistic: `12.2643247 / sqrt(V (1 + 0.978466e-6 V))` for V volts.
 *
 * @throws ValueError if the voltage is not above 0
 * @row C1
 * @example
 * ```ts
 * electronWavelengthA(300); // 0.01969
 * ```
 */
export function electronWavelengthA(voltageKV: number): number {
  const volts = 1000 * requirePositive("voltageKV", voltageKV, "kV");
  return 12.2643247 / Math.sqrt(volts * (1 + 0.978466e-6 * volts));
}
