import type { ClockTime } from "../kinds/index.js";
import { refusal, shown } from "../refusal.js";

interface Bounded<Value> {
  value: Value;
  min: Value;
  max: Value;
}

/** Brings a value between its bounds. @throws RangeError if `min` comes to lie above `max` */
export function withinBounds<State extends Bounded<number>>(
  change: Partial<State>,
  state: Readonly<State>,
  name: string,
): Partial<State> {
  const { value, min, max } = { ...state, ...change };
  requireOrder(name, change, min, max);
  return corrected(change, value, clamp(value, min, max));
}

/** Brings both ends of a range between the bounds. @throws RangeError if `min` comes to lie above `max` */
export function rangeWithinBounds<
  State extends { value: readonly [number, number]; min: number; max: number },
>(change: Partial<State>, state: Readonly<State>, name: string): Partial<State> {
  const { value, min, max } = { ...state, ...change };
  requireOrder(name, change, min, max);
  const [lower, upper] = value.map((end) => clamp(end, min, max)) as [number, number];
  const stays = lower === value[0] && upper === value[1];
  return stays ? change : { ...change, value: [lower, upper] };
}

/** Brings a value between the powers of `base` that `min` and `max` are the exponents of. */
export function withinExponents<State extends Bounded<number> & { base: number }>(
  change: Partial<State>,
  state: Readonly<State>,
  name: string,
): Partial<State> {
  const { value, min, max, base } = { ...state, ...change };
  requireOrder(name, change, min, max);
  if (!(base > 1)) throw refusal(`${name}.base`, { got: base, wanted: "a number above 1" });
  return corrected(change, value, clamp(value, base ** min, base ** max));
}

/** Brings a date between its bounds, as far as there are any. */
export function dateWithinBounds<State extends Bounded<Date | null>>(
  change: Partial<State>,
  state: Readonly<State>,
  name: string,
): Partial<State> {
  return withinOptional<Date, State>(change, state, name, (date) => date.getTime());
}

/** Brings a time of day between its bounds, as far as there are any. */
export function timeWithinBounds<State extends Bounded<ClockTime | null>>(
  change: Partial<State>,
  state: Readonly<State>,
  name: string,
): Partial<State> {
  return withinOptional<ClockTime, State>(change, state, name, millisecondOfDay);
}

function withinOptional<Value, State extends Bounded<Value | null>>(
  change: Partial<State>,
  state: Readonly<State>,
  name: string,
  place: (value: Value) => number,
): Partial<State> {
  const { value, min, max } = { ...state, ...change };
  if (min !== null && max !== null) requireOrder(name, change, min, max, place);
  if (value === null) return change;
  if (min !== null && place(value) < place(min)) return { ...change, value: min };
  if (max !== null && place(value) > place(max)) return { ...change, value: max };
  return change;
}

function requireOrder<Value>(
  name: string,
  change: object,
  min: Value,
  max: Value,
  place: (value: Value) => number = Number,
): void {
  if (place(min) <= place(max)) return;
  const hint = "both can be set at once: set({ min, max })";
  const [key, got, wanted] =
    "max" in change && !("min" in change)
      ? ["max", max, `at least min, which is ${shown(min)}`]
      : ["min", min, `at most max, which is ${shown(max)}`];
  throw refusal(`${name}.${key}`, { got, wanted, hint });
}

function corrected<State extends { value: number }>(
  change: Partial<State>,
  value: number,
  kept: number,
): Partial<State> {
  return kept === value ? change : { ...change, value: kept };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

function millisecondOfDay({ hours, minutes, seconds, milliseconds }: ClockTime): number {
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
}
