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
