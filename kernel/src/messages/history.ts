import { reply, type Reply } from "./outcome.js";
import { either, fields, flag, maybe, nullable, text, whole, word, list, type Schema } from "./schema.js";

/** Asks for earlier input: the last `n`, a range of lines of a session, or what matches a glob pattern. */
export interface HistoryRequest {
  readonly hist_access_type: "tail" | "range" | "search";
  readonly output?: boolean;
  readonly raw?: boolean;
  readonly session?: number;
  readonly start?: number;
  readonly stop?: number | null;
  readonly n?: number | null;
  readonly pattern?: string;
  readonly unique?: boolean;
}

export const historyRequest: Schema<HistoryRequest> = fields<HistoryRequest>({
  hist_access_type: word("tail", "range", "search"),
  output: maybe(flag),
  raw: maybe(flag),
  session: maybe(whole),
  start: maybe(whole),
  stop: maybe(nullable(whole)),
  n: maybe(nullable(whole)),
  pattern: maybe(text),
  unique: maybe(flag),
});

/** Session, line and input; with `output` the input beside its result. */
export type HistoryEntry = readonly [
  session: number,
  line: number,
  input: string | readonly [string, string | null],
];

export interface Historical {
  readonly history: readonly HistoryEntry[];
}

const input = either(text, list(nullable(text)));
const entry: Schema<HistoryEntry> = (value, path) => {
  if (!Array.isArray(value) || value.length !== 3) return `${path}: wanted [session, line, input]`;
  return whole(value[0], `${path}[0]`) ?? whole(value[1], `${path}[1]`) ?? input(value[2], `${path}[2]`);
};

export const historyReply: Schema<Reply<Historical>> = reply(fields<Historical>({ history: list(entry) }));
