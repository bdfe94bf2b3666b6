import type { LanguageAnswer, LanguageQuestion } from "../../messages/index.js";

/** What became of a piece of code. */
export type Evaluated =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "thrown"; readonly error: unknown }
  | { readonly kind: "stopped" };

/** What runs the cells of a session, on this thread. */
export interface Engine {
  /** Does now what would make the first cell wait. */
  prepare?(): void;
  /** Runs a cell. Its continuations keep the async context of the caller. */
  evaluate(code: string): Promise<Evaluated>;
  /** Stops the code that is running on this thread, as soon as the caller returns to it. */
  terminate(): void;
  /** Nobody waits any more for what runs now: its end must change nothing. */
  leave?(): void;
  /** What the engine says of code that has not run; missing where others know more. */
  answer?(question: LanguageQuestion): LanguageAnswer;
}
