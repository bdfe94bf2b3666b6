/** A property of a value, as completion lists it. */
export interface ScopeProperty {
  readonly name: string;
  readonly kind: "function" | "property" | "class" | "module";
  /** One line of text that shows the value. */
  readonly preview?: string;
}

/** What is known about a value without running anything. */
export interface ScopeValue {
  /** e.g. `Float32Array`, `number`, `Promise`. */
  readonly type: string;
  readonly preview: string;
  /** Of a function or class, its head as written: `function add(a, b = 1)`. */
  readonly signature?: string;
}

/** What an import binds a name to. */
export interface ImportedName {
  /** The module, as the import names it. */
  readonly specifier: string;
  /** What the module calls it: an export's name, `default`, or `*` for the whole module. */
  readonly exported: string;
}

/** The running session as the language features see it. No call may have side effects: no getter runs, no call is made. */
export interface RuntimeScope {
  /** Globals and the names that cells declared. */
  names(): Promise<readonly string[]>;
  /** Own and inherited properties; `undefined` where the value can't be had without side effects. */
  properties(expression: string): Promise<readonly ScopeProperty[] | undefined>;
  describe(expression: string): Promise<ScopeValue | undefined>;
  /** What the imports of earlier cells bind a name to; see `importsIn`. */
  imported?(name: string): ImportedName | undefined;
}

/** What an entry is; the words of Jupyter's `_jupyter_types_experimental`. */
export type CompletionType = "keyword" | "function" | "class" | "module" | "property" | "variable";

export interface Match {
  readonly text: string;
  readonly type: CompletionType;
  /** How it is declared, where the types are known. */
  readonly signature?: string;
  /** What is written about it, as Markdown. */
  readonly documentation?: string;
}

/** What the types of the session say; `undefined` where they can't be had. */
export interface TypedLanguage {
  /** Entries at the cursor that go on from `word`. */
  complete(code: string, cursor: number, word: string): Promise<readonly Match[] | undefined>;
  /** Type and documentation of the name at a place, as Markdown. */
  hover(code: string, offset: number): Promise<string | undefined>;
}

/** Entries that may replace the code between `start` and `end` (UTF-16). */
export interface Completion {
  readonly matches: readonly Match[];
  readonly start: number;
  readonly end: number;
}

/** What is known about the word at the cursor. */
export interface Inspection {
  readonly found: boolean;
  readonly markdown?: string;
  readonly text?: string;
}

export interface Completeness {
  readonly status: "complete" | "incomplete" | "invalid";
  /** Of "incomplete": what the next line should start with. */
  readonly indent?: string;
}
