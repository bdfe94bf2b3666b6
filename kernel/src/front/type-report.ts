import type { Finding } from "../language/index.js";

/** More findings than this are only counted: the first are the ones to look at. */
const mostShown = 8;

/**
 * Findings as lines of text: `cell 3:2:5 - TS2322: …`, and below each the user's line with a mark at the place.
 * @param name what the cell is called
 */
export function typeReport(findings: readonly Finding[], source: string, name: string): string[] {
  const lines = source.split(/\r\n|[\n\r]/);
  const shown = findings.slice(0, mostShown).map(({ line, column, code, message }) => {
    const text = lines[line - 1] ?? "";
    const mark = text.slice(0, column - 1).replace(/[^\t]/g, " ");
    return `${name}:${line}:${column} - TS${code}: ${message}\n  ${text}\n  ${mark}^`;
  });
  const left = findings.length - shown.length;
  return left > 0 ? [...shown, `… and ${left} more`] : shown;
}
