import type { CheckMode, ErrorContent } from "../messages/index.js";

/** A value in the forms that a front end may choose from: MIME type -> data. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** Memory that travels beside a message as raw bytes. */
export type Bytes = ArrayBuffer | ArrayBufferView;

/** The messages that code in a cell may cause. */
export type CellMessageType =
  "display_data" | "update_display_data" | "clear_output" | "comm_open" | "comm_msg" | "comm_close";

/** One message on its way to the front ends. */
export interface CellMessage {
  readonly type: CellMessageType;
  readonly content: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Copied before this call returns. */
  readonly buffers?: readonly Bytes[];
}

/** What a part of a run prints and shows. */
export type Captured =
  CellMessage | { readonly type: "stream"; readonly name: "stdout" | "stderr"; readonly text: string };

/** A piece of a run that has an output and a signal of its own. */
export interface Part {
  /** Takes what the part prints and shows, in the place of the front ends. */
  readonly output: (captured: Captured) => void;
  /** Stops the part. Its signal is what `cell.signal` is inside. */
  readonly controller: AbortController;
}

/** What a session gives to the code in its cells. Tests give a recorder. */
export interface CellHost {
  /** Sends a message under the cell (or comm message) whose code calls. */
  publish(message: CellMessage): void;
  /** Asks the user for a line of text and waits for it. */
  input(prompt: string, password: boolean): string;
  /** Keeps the cell from being called done before `work` has settled. Without it output may come after the end. */
  waitFor?(work: Promise<unknown>): void;
  /** Aborts when the user interrupts the cell whose code calls. */
  signal(): AbortSignal;
  /** Gives what stops the cell whose code calls, as the stop button does. */
  stopper?(): () => void;
  /** Calls back when the cell whose code calls has ended, before its reply. */
  whenEnded?(callback: () => void): void;
  /** Calls `work` so that what it prints and shows, however late, goes to the part's output. */
  runPart?<T>(part: Part, work: () => T): T;
  /** Says how the cells that follow are checked. */
  setCheckMode?(mode: CheckMode): void;
  /** An error as the user should read it. */
  explain?(error: unknown): Promise<ErrorContent>;
}

let current: CellHost | undefined;

/** Installs the host; the session does this once at its start. Returns the undo. */
export function setCellHost(host: CellHost): () => void {
  const before = current;
  current = host;
  return () => {
    current = before;
  };
}

/** The host, or an error that says what is missing. */
export function cellHost(): CellHost {
  if (current === undefined)
    throw new Error("no notebook session: this can only be called from code in a cell");
  return current;
}

/** Whether code runs inside a session at all. */
export function inSession(): boolean {
  return current !== undefined;
}
