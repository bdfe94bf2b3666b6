/** A source map, version 3, from the code that runs to the cell as typed. */
export interface RawSourceMap {
  readonly version: 3;
  readonly file?: string;
  readonly sources: string[];
  readonly sourcesContent: string[];
  readonly names: string[];
  readonly mappings: string;
}

/**
 * How the session holds a name. V8 lets a name be declared again only in the way it was declared first:
 * `let` after `let`, `var` or `function` after `var` or `function`.
 */
export type NameKind = "let" | "var";

/** A cell ready to run: plain values, so that it may cross threads. */
export interface CompiledCell {
  /** JavaScript for V8's REPL mode; it ends with its `sourceURL`. */
  readonly code: string;
  readonly map: RawSourceMap;
  /** What stack frames call it: `cell-3.ts`. */
  readonly url: string;
  /** Whether the last statement is an expression, whose value is then the cell's result. */
  readonly hasValue: boolean;
  /** Whether the cell is not for the type check: a module of its own, code for a browser, or JSX. */
  readonly unchecked?: boolean;
  /** Names that the cell adds to the session. */
  readonly declares: readonly string[];
  /** How each of them is held once the cell has run. */
  readonly kinds: Readonly<Record<string, NameKind>>;
}

/** Second argument of `__import(specifier, options)`, the function that compiled cells call for every import. */
export interface ImportOptions {
  /** Import attributes, e.g. `{ type: "json" }`. */
  readonly with?: Readonly<Record<string, string>>;
  /** Exports that the cell names and needs; the import refuses if one is missing. */
  readonly names?: readonly string[];
}

/** What a stripper makes of a cell: JavaScript with imports and top-level `await`, and a source map. */
export interface Stripped {
  readonly code: string;
  readonly map: StrippedMap;
}

export interface StrippedMap {
  readonly version: 3;
  readonly sources: string[];
  readonly names: string[];
  readonly mappings: string;
}

/** Where and why a cell is not TypeScript; `offset` is in UTF-16 units of the cell. */
export interface StripProblem {
  readonly message: string;
  readonly offset: number;
}

/** Removes the types of a cell and turns enums, namespaces and parameter properties into JavaScript. */
export type Stripper = (source: string, url: string) => Stripped | StripProblem;
