/** The cell isn't valid TypeScript. Lines and columns count from 1, in the cell as typed. */
export class CellSyntaxError extends Error {
  override readonly name = "SyntaxError";
  readonly line: number;
  readonly column: number;
  /** The user's line with a caret below the place. */
  readonly frame: string;

  constructor(message: string, source: string, url: string, at: { readonly offset: number }) {
    super(message);
    const before = source.slice(0, at.offset).split(/\r\n|[\n\r\u2028\u2029]/);
    this.line = before.length;
    this.column = before[before.length - 1]!.length + 1;
    this.frame = codeFrame(source, url, this.line, this.column);
  }
}

/** Two lines of text under a heading: `cell-3.ts:2:5`, the line, and a caret below the column. */
export function codeFrame(source: string, url: string, line: number, column: number): string {
  const text = source.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1] ?? "";
  const from = Math.max(0, column - 1 - maxBefore);
  const shown = text.slice(from, from + maxShown);
  const indent = shown.slice(0, column - 1 - from).replace(/[^\t]/g, " ");
  return `${url}:${line}:${column}\n  ${shown}\n  ${indent}^`;
}

/** Of a very long line only the part around the caret is shown, in characters. */
const maxBefore = 120;
const maxShown = 160;
