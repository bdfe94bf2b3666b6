/** The engines that can run cells: V8's own REPL, or the package tslab. */
export const engineNames = ["repl", "tslab"] as const;

export type EngineName = (typeof engineNames)[number];

/** What the front door asks an engine that knows its language by itself. Cursors count UTF-16 units. */
export type LanguageQuestion =
  | { readonly about: "complete" | "inspect"; readonly code: string; readonly cursor: number }
  | { readonly about: "is-complete"; readonly code: string };

/** The answers, by question; `null` where the engine has none. */
export interface LanguageAnswers {
  /** Entries that may replace the code between `start` and `end`. */
  readonly complete: {
    readonly matches: readonly string[];
    readonly start: number;
    readonly end: number;
  };
  /** Plain text. */
  readonly inspect: { readonly text: string };
  /** Whether code can run as it stands; if not, what the next line should start with. */
  readonly "is-complete": { readonly status: "complete" | "incomplete"; readonly indent?: string };
}

export type LanguageAnswer = LanguageAnswers[keyof LanguageAnswers] | null;
