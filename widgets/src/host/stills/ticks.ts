/**
 * Round numbers in `[low, high]`, about `count` of them, for an axis. At least one wherever the range is finite and
 * not turned around.
 */
export function roundTicks(low: number, high: number, count: number = 6): number[] {
  if (!(high > low) || !Number.isFinite(high - low)) return Number.isFinite(low) ? [low] : [];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((s) => s * power >= rough * (1 - 1e-9)) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // a multiple of the step, not a sum of steps: 0.3, not 0.30000000000000004
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** Most ticks on a logarithmic axis. */
const mostLogTicks = 8;

/**
 * log10 of round numbers for an axis from 10^`low` to 10^`high`: 1, 2 and 5 of each decade, or only its 1, or whole
 * decades further apart, as many as can be labelled.
 */
export function logTicks(low: number, high: number): number[] {
  const decades = Array.from(
    { length: Math.max(0, Math.floor(high) - Math.floor(low) + 1) },
    (_, i) => Math.floor(low) + i,
  );
  const inside = (ticks: number[]): number[] =>
    ticks.filter((tick) => tick >= low - 1e-9 && tick <= high + 1e-9);
  const fine = inside(decades.flatMap((decade) => [1, 2, 5].map((step) => decade + Math.log10(step))));
  if (fine.length <= mostLogTicks) return fine;
  const coarse = inside(decades);
  return coarse.length <= mostLogTicks ? coarse : roundTicks(low, high);
}

/** Labels of an axis: plain numbers, or all with a power of ten where one of them would be long. */
export function tickTexts(values: readonly number[]): string[] {
  const plain = values.map((value) => String(Number(value.toPrecision(6))));
  if (plain.every((text) => text.length <= 7)) return plain;
  return values.map((value) =>
    value === 0 ? "0" : Number(value.toPrecision(6)).toExponential().replace("e+", "e"),
  );
}

/** Maps `[low, high]` to `[from, to]`; the middle where the range is empty. */
export function linear(low: number, high: number, from: number, to: number): (value: number) => number {
  const span = high - low;
  return (value) => (span > 0 ? from + ((value - low) / span) * (to - from) : (from + to) / 2);
}
