import type { Tick } from "./ticks.js";

/** Mantissas of resolutions that read well, the roundest first: where two would touch, the earlier one stays. */
const roundestFirst = [1, 2, 5, 3, 4, 1.5, 2.5, 6, 8, 3.5, 1.2];

/**
 * Marks in Å on an axis of spatial frequency in 1/Å: round resolutions inside `[lowInvA, highInvA]`, none closer than
 * `gapInvA` to another. `value` is the spatial frequency.
 */
export function resolutionTicks(lowInvA: number, highInvA: number, gapInvA: number): Tick[] {
  if (!(highInvA > 0) || !(gapInvA > 0)) return [];
  const finestA = 1 / highInvA;
  const coarsestA = 1 / Math.max(lowInvA, gapInvA);
  const ticks: Tick[] = [];
  for (const mantissa of roundestFirst) {
    for (let power = Math.floor(Math.log10(finestA)); 10 ** power <= coarsestA; power++) {
      const resolutionA = Number((mantissa * 10 ** power).toPrecision(6));
      if (resolutionA < finestA * (1 - 1e-9) || resolutionA > coarsestA * (1 + 1e-9)) continue;
      const value = 1 / resolutionA;
      if (ticks.every((tick) => Math.abs(tick.value - value) >= gapInvA)) {
        ticks.push({ value, label: formatResolution(resolutionA) });
      }
    }
  }
  return ticks.sort((a, b) => a.value - b.value);
}

/** A resolution as it is written in the field: two decimals below 10 Å, one below 100 Å, without trailing zeros. */
export function formatResolution(resolutionA: number): string {
  const decimals = resolutionA < 10 ? 2 : resolutionA < 100 ? 1 : 0;
  return `${Number(resolutionA.toFixed(decimals))} Å`;
}
