import { reply, type Reply } from "./outcome.js";
import { anything, fields, flag, maybe, record, table, text, whole, list, type Schema } from "./schema.js";

/** Runs code. Left out: not silent, stored, no expressions, no stdin, the queue stops on an error. */
export interface ExecuteRequest {
  readonly code: string;
  readonly silent?: boolean;
  readonly store_history?: boolean;
  readonly user_expressions?: Readonly<Record<string, string>>;
  readonly allow_stdin?: boolean;
  readonly stop_on_error?: boolean;
}

export const executeRequest: Schema<ExecuteRequest> = fields<ExecuteRequest>({
  code: text,
  silent: maybe(flag),
  store_history: maybe(flag),
  user_expressions: maybe(table(text)),
  allow_stdin: maybe(flag),
  stop_on_error: maybe(flag),
});

export interface Executed {
  readonly execution_count: number;
  readonly payload: readonly unknown[];
  readonly user_expressions: Readonly<Record<string, unknown>>;
}

export type ExecuteReply = Reply<Executed>;

export const executeReply: Schema<ExecuteReply> = reply(
  fields<Executed>({ execution_count: whole, payload: list(anything), user_expressions: record }),
);
