import { anything, fields, flag, maybe, record, text, whole, word, type Schema } from "./schema.js";

/** A request of the Debug Adapter Protocol, or one of those that Jupyter adds to it. */
export interface DebugRequest {
  readonly type: "request";
  readonly seq: number;
  readonly command: string;
  readonly arguments?: Readonly<Record<string, unknown>>;
}

export const debugRequest: Schema<DebugRequest> = fields<DebugRequest>({
  type: word("request"),
  seq: whole,
  command: text,
  arguments: maybe(record),
});

/** The answer, which says in `success` and not in a `status` how it went. */
export interface DebugReply {
  readonly type: "response";
  readonly seq: number;
  readonly request_seq: number;
  readonly command: string;
  readonly success: boolean;
  /** What went wrong, in a sentence. */
  readonly message?: string;
  readonly body?: unknown;
}

export const debugReply: Schema<DebugReply> = fields<DebugReply>({
  type: word("response"),
  seq: whole,
  request_seq: whole,
  command: text,
  success: flag,
  message: maybe(text),
  body: anything,
});

/** What a debugger tells unasked: that it stopped, that it goes on. */
export interface DebugEvent {
  readonly type: "event";
  readonly seq: number;
  readonly event: string;
  readonly body?: unknown;
}

export const debugEvent: Schema<DebugEvent> = fields<DebugEvent>({
  type: word("event"),
  seq: whole,
  event: text,
  body: anything,
});
