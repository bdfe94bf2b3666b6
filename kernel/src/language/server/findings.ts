import type { Diagnostic } from "vscode-languageserver-protocol";

/** Something that the type check says about a cell. Line and column count from 1, in the cell as typed. */
export interface Finding {
  readonly line: number;
  readonly column: number;
  /** TypeScript's number for it, e.g. 2322. */
  readonly code: number;
  readonly message: string;
  /** The name that was not found, where that is what was found. */
  readonly missing?: string;
  /** The module that was not found, where that is what was found. */
  readonly module?: string;
}

const severityError = 1;

/** "… implicitly has an 'any' type" and its kin: a notebook need not name the type of everything. */
const isImplicitAny = (code: number): boolean =>
  code >= 7005 && code <= 7057 && ![7027, 7028, 7029, 7030].includes(code);
/** Grammar is the compiler's to judge, which has done so before the check. */
const isGrammar = (code: number): boolean => code >= 1000 && code < 2000;

/** `./name` without an ending: files of TypeScript, and cells that are modules, are imported so. */
const isEnding = (code: number): boolean => code === 2834 || code === 2835;

/** The errors among the server's diagnostics, by place. Its line 0 is the header, so that its lines are the cell's. */
export function findings(diagnostics: readonly Diagnostic[]): Finding[] {
  return diagnostics
    .filter(({ severity, range }) => severity === severityError && range.start.line > 0)
    .filter(({ code }) => ![isImplicitAny, isGrammar, isEnding].some((passes) => passes(Number(code))))
    .map(({ range, code, ...said }) => {
      const message = typeof said.message === "string" ? said.message : said.message.value;
      const missing = /^Cannot find name '([^']+)'/.exec(message)?.[1];
      const module = /^Cannot find module '([^']+)'/.exec(message)?.[1];
      const absent = { ...(missing !== undefined && { missing }), ...(module !== undefined && { module }) };
      const place = { line: range.start.line, column: range.start.character + 1 };
      return { ...place, code: Number(code), message, ...absent };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
