import { reply, type Reply } from "./outcome.js";
import { bundle, type DisplayData } from "./output.js";
import { fields, flag, maybe, record, table, text, whole, list, type Schema } from "./schema.js";

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

/** What became of one user expression: its forms, or its error. */
export type Evaluated = Reply<Pick<DisplayData, "data" | "metadata">>;

const evaluated = table(
  reply(fields<Pick<DisplayData, "data" | "metadata">>({ data: bundle, metadata: record })),
);

export interface Executed {
  readonly execution_count: number;
  /** Deprecated in the protocol: things for the front end to do, each named by its source. */
  readonly payload: readonly { readonly source: string }[];
  readonly user_expressions: Readonly<Record<string, Evaluated>>;
}

const payload = list(fields<{ readonly source: string }>({ source: text }));

/** The count is told whatever the outcome: a cell that was not stored has the count of the last that was. */
export type ExecuteReply = Reply<Executed> & Pick<Executed, "execution_count">;

const executed = reply(fields<Executed>({ execution_count: whole, payload, user_expressions: evaluated }));
const counted = fields<Pick<Executed, "execution_count">>({ execution_count: whole });

/** A reply to a cell: done, failed or aborted, and with its count. */
export const executeReply: Schema<ExecuteReply> = (value, path) =>
  executed(value, path) ?? counted(value, path);
