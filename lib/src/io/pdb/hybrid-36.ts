/** Digits of the base 36 in the two ranges that follow the decimal one. */
const [upper, lower] = ["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789abcdefghijklmnopqrstuvwxyz"];

/**
 * The number that `text` spells in a field of `width` characters: decimal as far as it reaches, then in base 36 with capital
 * letters, then with small ones (the hybrid-36 of the cctbx project). NaN where it is no number.
 */
export function hybrid36Value(text: string, width: number): number {
  if (/^[+-]?\d+$/.test(text)) return Number(text);
  if (text.length !== width || !/^([A-Z][A-Z\d]*|[a-z][a-z\d]*)$/.test(text)) return NaN;
  const first = 10 * 36 ** (width - 1);
  const value = parseInt(text, 36) - first + 10 ** width;
  return text >= "a" ? value + 26 * 36 ** (width - 1) : value;
}

/** How a whole number is spelled in a field of `width` characters; undefined where it does not fit. */
export function hybrid36Text(value: number, width: number): string | undefined {
  const decimal = String(value);
  if (decimal.length <= width) return decimal.padStart(width);
  const span = 26 * 36 ** (width - 1);
  const beyond = value - 10 ** width;
  if (beyond < 0 || beyond >= 2 * span) return undefined;
  const digits = beyond < span ? upper! : lower!;
  let rest = (beyond % span) + 10 * 36 ** (width - 1);
  let text = "";
  for (let i = 0; i < width; i++) {
    text = digits[rest % 36]! + text;
    rest = Math.floor(rest / 36);
  }
  return text;
}
