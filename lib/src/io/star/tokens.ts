const [tab, newline, carriageReturn, space, doubleQuote, hash, singleQuote] = [
  9, 10, 13, 32, 34, 35, 39,
] as const;

/** Whether a byte separates values within a line. */
export function isBlank(byte: number): boolean {
  return byte === space || byte === tab || byte === carriageReturn;
}

/** Whether a byte ends a value: a blank, or the end of the line. */
export function isGap(byte: number): boolean {
  return byte <= space && (byte === space || byte === tab || byte === newline || byte === carriageReturn);
}

/** A value of a line: its bytes, without quotes, and where the next one is looked for. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** In quotes: a word, whatever it looks like. */
  readonly quoted: boolean;
}

/** Where the next value of a line that ends at `end` begins; `end` where there is none, or only a comment. */
export function nextStart(bytes: Uint8Array, at: number, end: number): number {
  while (at < end && bytes[at] === space) at++;
  while (at < end && isBlank(bytes[at]!)) at++;
  return at < end && bytes[at] === hash ? end : at;
}

/** The value that begins at `at`. In quotes it ends at a quote that a gap follows, as in CIF. */
export function tokenAt(bytes: Uint8Array, at: number, end: number): Token {
  const quote = bytes[at]!;
  if (quote === doubleQuote || quote === singleQuote) {
    for (let close = at + 1; close < end; close++) {
      if (bytes[close] === quote && (close + 1 === end || isGap(bytes[close + 1]!)))
        return { start: at + 1, end: close, next: close + 1, quoted: true };
    }
  }
  let stop = at;
  while (stop < end && !isGap(bytes[stop]!)) stop++;
  return { start: at, end: stop, next: stop, quoted: false };
}

/** The values of a line. */
export function tokensOf(bytes: Uint8Array, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  for (let at = nextStart(bytes, start, end); at < end; at = nextStart(bytes, at, end)) {
    const token = tokenAt(bytes, at, end);
    tokens.push(token);
    at = token.next;
  }
  return tokens;
}
