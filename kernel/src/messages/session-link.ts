import type { CheckMode } from "./check.js";
import type { EngineName, LanguageAnswer, LanguageQuestion } from "./engine.js";
import type { Header } from "./header.js";
import type { ErrorContent } from "./outcome.js";

/** The message that made code run: its output carries this as parent, however late it comes. */
export interface Cause {
  readonly header: Header;
  /** Whether output of this code is dropped. */
  readonly silent: boolean;
}

/** An error with its stack as the engine tells it, the deepest cause last. */
export interface Thrown {
  readonly ename: string;
  readonly evalue: string;
  readonly stacks: readonly string[];
}

/** How code ended. `shown` is missing where there is nothing to show. */
export type Outcome =
  | { readonly status: "ok"; readonly shown?: Shown }
  | { readonly status: "error"; readonly thrown: Thrown }
  | { readonly status: "interrupted" };

/** A value's forms. */
export interface Shown {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export type CommName = "comm_open" | "comm_msg" | "comm_close";

/** What the front door asks of the session. Each is answered once, under its `id`. */
export type ToSession =
  | { readonly ask: "execute"; readonly cause: Cause; readonly code: string; readonly hasValue: boolean }
  | {
      readonly ask: "comm";
      readonly cause: Cause;
      readonly type: CommName;
      readonly content: Readonly<Record<string, unknown>>;
      readonly metadata: Readonly<Record<string, unknown>>;
      readonly buffers: readonly Uint8Array[];
    }
  /** Aborts what runs. `leave` lists the asks that nobody waits for any more. */
  | { readonly ask: "interrupt"; readonly leave: readonly number[] }
  /** An error that the session asked about, as the user should read it. */
  | { readonly ask: "explained"; readonly number: number; readonly error: ErrorContent }
  | { readonly ask: "language"; readonly question: LanguageQuestion }
  | { readonly ask: "shutdown" };

/** The answers, by ask. */
export interface Answers {
  readonly execute: Outcome;
  readonly comm: null;
  /** Ids of the programs that the left asks had started. */
  readonly interrupt: readonly number[];
  readonly explained: null;
  readonly language: LanguageAnswer;
  readonly shutdown: null;
}

/** What the session tells the front door. Printed text comes as a string of its own: see `packPrinted`. */
export type FromSession =
  | { readonly tell: "answer"; readonly id: number; readonly value: Answers[keyof Answers] }
  /** A cause, for the printed text that will name it by its number. */
  | { readonly tell: "cause"; readonly number: number; readonly cause: Cause }
  | {
      readonly tell: "publish";
      readonly cause: Cause | undefined;
      readonly type: "display_data" | "update_display_data" | "clear_output" | CommName;
      /** Content and metadata as JSON text: what JSON makes of a value is what is sent. */
      readonly json: string;
      readonly buffers: readonly Uint8Array[];
    }
  /** An error that no code caught. */
  | {
      readonly tell: "uncaught";
      readonly cause: Cause | undefined;
      readonly what: string;
      readonly thrown: Thrown;
    }
  /** How the cells that follow are checked. */
  | { readonly tell: "check"; readonly mode: CheckMode }
  /** An error that code in the session wants to show: it comes back under the number. */
  | { readonly tell: "explain"; readonly number: number; readonly thrown: Thrown }
  | {
      readonly tell: "input";
      readonly cause: Cause | undefined;
      readonly prompt: string;
      readonly password: boolean;
    };

/** What the two threads share from the start. */
export interface FrontData {
  readonly connectionFile: string;
  /** One 32-bit word of {@link inputState}, on which the main thread sleeps while the user types. */
  readonly inputFlag: SharedArrayBuffer;
  /** Where the user's line waits when the flag says answered. A `MessagePort`. */
  readonly inputPort: unknown;
  /** The line to the session, a `MessagePort`. */
  readonly line: unknown;
  /** Folder of the notebook. */
  readonly folder: string;
  /** What runs the cells. */
  readonly engine: EngineName;
  /** How the first cells are checked. */
  readonly check: CheckMode;
}

/** Key of the session's global function that leaves the run behind in whose code it is called. */
export const strayCall = "vitrine.kernel.stray";
/** Key of the session's global function that collects garbage. */
export const collectCall = "vitrine.kernel.collect";

/** States of the flag on which `input` sleeps. */
export const inputState = { waiting: 0, answered: 1, refused: 2, interrupted: 3 } as const;
