/** A mark on an axis. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Distance of about `count` round marks over a range: 1, 2 or 5 times a power of ten. */
export function tickStep(low: number, high: number, count: number): number {
  const raw = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const digit = raw / power;
  return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
}

/** Round marks inside `[low, high]`, about `count` of them; none for an empty range. */
export function linearTicks(low: number, high: number, count: number): Tick[] {
  if (!(high > low) || !Number.isFinite(high - low)) return [];
  const step = tickStep(low, high, count);
  const ticks: Tick[] = [];
  const slack = step * 1e-6;
  for (let i = Math.ceil((low - slack) / step); i * step <= high + slack; i++) {
    const value = i === 0 ? 0 : i * step;
    ticks.push({ value, label: formatTick(value, step) });
  }
  return ticks;
}

/** Powers of ten from 1 up to `high`, as many as `count` allows. */
export function decadeTicks(high: number, count: number): Tick[] {
  const top = Math.max(0, Math.floor(Math.log10(high) + 1e-9));
  const every = Math.max(1, Math.ceil((top + 1) / Math.max(1, count)));
  const ticks: Tick[] = [];
  for (let power = 0; power <= top; power += every) {
    ticks.push({ value: 10 ** power, label: formatCount(10 ** power) });
  }
  return ticks;
}

/** A mark's value with just the decimals its distance to the next one needs. */
export function formatTick(value: number, step: number): string {
  if (value === 0) return "0";
  const size = Math.max(Math.abs(value), step);
  if (size >= 1e6 || size < 1e-4) return minus(value.toExponential(significantDigits(value, step)));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return minus(value.toFixed(decimals));
}

/** Digits after the point of a mantissa so that marks a step apart differ. */
function significantDigits(value: number, step: number): number {
  return Math.max(0, Math.floor(Math.log10(Math.abs(value)) + 1e-9) - Math.floor(Math.log10(step) + 1e-9));
}

/** A count in few letters: 1, 20, 3k, 4.5M. */
export function formatCount(count: number): string {
  if (count >= 1e9) return `${Number((count / 1e9).toPrecision(3))}G`;
  if (count >= 1e6) return `${Number((count / 1e6).toPrecision(3))}M`;
  if (count >= 1e3) return `${Number((count / 1e3).toPrecision(3))}k`;
  return String(Number(count.toPrecision(3)));
}

/** A number for reading, at most `digits` significant ones, with a true minus sign. */
export function formatValue(value: number, digits: number = 4): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e6 || size < 1e-4)) return minus(value.toExponential(digits - 1));
  return minus(String(Number(value.toPrecision(digits))));
}

function minus(text: string): string {
  return text.replace(/^-/, "\u2212").replace(/e-/, "e\u2212").replace(/e\+/, "e");
}
