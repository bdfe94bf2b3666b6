/** Place in UTF-16 units of a place in code points, which is how the protocol counts. */
export function utf16Offset(text: string, codePoints: number): number {
  let at = 0;
  for (let left = codePoints; left > 0 && at < text.length; left--)
    at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

/** Place in code points of a place in UTF-16 units. */
export function codePointOffset(text: string, utf16: number): number {
  let points = 0;
  for (let at = 0; at < Math.min(utf16, text.length); points++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return points;
}
