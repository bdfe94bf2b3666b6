import { reply, type Reply } from "./outcome.js";
import { bundle } from "./output.js";
import { fields, flag, list, maybe, record, text, whole, word, type Schema } from "./schema.js";

/** Asks how a word goes on; the cursor counts code points. */
export interface CompleteRequest {
  readonly code: string;
  readonly cursor_pos: number;
}

export const completeRequest: Schema<CompleteRequest> = fields<CompleteRequest>({
  code: text,
  cursor_pos: whole,
});

export interface Completed {
  readonly matches: readonly string[];
  readonly cursor_start: number;
  readonly cursor_end: number;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export const completeReply: Schema<Reply<Completed>> = reply(
  fields<Completed>({ matches: list(text), cursor_start: whole, cursor_end: whole, metadata: record }),
);

/** Asks what stands at the cursor; the cursor counts code points. */
export interface InspectRequest {
  readonly code: string;
  readonly cursor_pos: number;
  readonly detail_level?: number;
}

export const inspectRequest: Schema<InspectRequest> = fields<InspectRequest>({
  code: text,
  cursor_pos: whole,
  detail_level: maybe(whole),
});

export interface Inspected {
  readonly found: boolean;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export const inspectReply: Schema<Reply<Inspected>> = reply(
  fields<Inspected>({ found: flag, data: bundle, metadata: record }),
);

/** Asks whether code is whole, so that a console knows what Enter means. */
export interface IsCompleteRequest {
  readonly code: string;
}

export const isCompleteRequest: Schema<IsCompleteRequest> = fields<IsCompleteRequest>({ code: text });

/** The only reply whose `status` is the answer itself. */
export interface IsCompleteReply {
  readonly status: "complete" | "incomplete" | "invalid" | "unknown";
  readonly indent?: string;
}

export const isCompleteReply: Schema<IsCompleteReply> = fields<IsCompleteReply>({
  status: word("complete", "incomplete", "invalid", "unknown"),
  indent: maybe(text),
});
