/** Digits that a double holds without loss, and powers of ten that it holds exactly. */
const mostDigits = 15;
const powers: Float64Array = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/** A number has no more characters than the longest that a program prints of a double. */
const longest = 400;

const [plus, minus, dot, zero] = [43, 45, 46, 48] as const;
const [upperE, lowerE] = [69, 101] as const;

/** Where the number ended that {@link scanNumber} read last. */
export let scanEnd = 0;

/**
 * The number that begins at `start` and ends before `end`, rounded as `Number` rounds, and {@link scanEnd} behind it; NaN where
 * none begins, or it is one of those that take a longer look.
 *
 * Up to 15 digits and a power of ten below 10^23 are two doubles without error, whose product or quotient is rounded once.
 */
export function scanNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const sign = bytes[at]!;
  if (sign === minus || sign === plus) at++;
  const first = at;
  let mantissa = 0;
  let digit = 0;
  while (at < end && (digit = bytes[at]! - zero) >= 0 && digit <= 9) {
    mantissa = 10 * mantissa + digit;
    at++;
  }
  let digits = at - first;
  let scale = 0;
  if (at < end && bytes[at] === dot) {
    const behind = ++at;
    while (at < end && (digit = bytes[at]! - zero) >= 0 && digit <= 9) {
      mantissa = 10 * mantissa + digit;
      at++;
    }
    scale = behind - at;
    digits -= scale;
  }
  if (digits === 0 || digits > mostDigits) return NaN;
  if (at < end && (bytes[at] === lowerE || bytes[at] === upperE)) {
    const exponentSign = bytes[++at]!;
    if (exponentSign === minus || exponentSign === plus) at++;
    const exponentAt = at;
    let exponent = 0;
    while (at < end && (digit = bytes[at]! - zero) >= 0 && digit <= 9) {
      exponent = 10 * exponent + digit;
      at++;
    }
    if (at === exponentAt) return NaN;
    scale += exponentSign === minus ? -exponent : exponent;
  }
  if (scale < -22 || scale > 22) return NaN;
  scanEnd = at;
  const value = scale < 0 ? mantissa / powers[-scale]! : mantissa * powers[scale]!;
  return sign === minus ? -value : value;
}

/** The number that is written in `bytes` from `start` up to `end`, rounded as `Number` rounds; NaN where none is. */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  const quick = scanNumber(bytes, start, end);
  if (quick === quick && scanEnd === end) return quick;
  if (end - start > longest || end === start) return NaN;
  const text = textOf(bytes, start, end);
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  const infinity = /^([+-]?)inf(inity)?$/i.exec(text);
  if (infinity === null) return NaN;
  return infinity[1] === "-" ? -Infinity : Infinity;
}

/** Whether what {@link parseNumber} gave NaN for is a spelling of NaN. */
export function isNan(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start <= 4 && /^[+-]?nan$/i.test(textOf(bytes, start, end));
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
