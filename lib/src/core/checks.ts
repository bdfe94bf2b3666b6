import { ValueError } from "./errors.js";

/** Throws unless `value` is a finite number above 0; `unit` is said in the sentence. */
export function requirePositive(what: string, value: number, unit: string): number {
  if (typeof value !== "number" || !(value > 0) || !Number.isFinite(value)) {
    throw new ValueError(what, { got: value, wanted: `a number above 0, in ${unit}` });
  }
  return value;
}

/** Throws unless `value` is finite. */
export function requireFinite(what: string, value: number, unit: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new ValueError(what, { got: value, wanted: `a finite number, in ${unit}` });
  }
  return value;
}

/** Throws unless `value` is a whole number in `[low, high]`. */
export function requireInteger(
  what: string,
  value: number,
  low: number,
  high: number = Number.MAX_SAFE_INTEGER,
): number {
  if (!Number.isSafeInteger(value) || value < low || value > high) {
    const range = high === Number.MAX_SAFE_INTEGER ? `of at least ${low}` : `from ${low} to ${high}`;
    throw new ValueError(what, { got: value, wanted: `a whole number ${range}` });
  }
  return value;
}

/** Throws unless `value` lies in `[low, high]`. */
export function requireBetween(what: string, value: number, low: number, high: number, unit: string): number {
  if (!(value >= low && value <= high)) {
    throw new ValueError(what, { got: value, wanted: `a number from ${low} to ${high}, in ${unit}` });
  }
  return value;
}

/** Throws unless `value` is one of `allowed`. */
export function requireOneOf<T extends string>(what: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found === undefined) throw new ValueError(what, { got: value, wanted: `one of ${allowed.join(", ")}` });
  return found;
}
