import { fields, maybe, nullable, text, type Schema } from "./schema.js";

/** Version of the messaging protocol that the kernel speaks. */
export const protocolVersion = "5.5";

/** Who sent a message, when, and what it is. */
export interface Header {
  readonly msg_id: string;
  readonly session: string;
  readonly username: string;
  readonly msg_type: string;
  readonly version?: string;
  readonly date?: string;
  /** The queue that a cell goes to; missing or null for the main one. */
  readonly subshell_id?: string | null;
}

/** Headers of old clients lack a version or a date; everything else is needed. */
export const header: Schema<Header> = fields<Header>({
  msg_id: text,
  session: text,
  username: text,
  msg_type: text,
  version: maybe(text),
  date: maybe(text),
  subshell_id: maybe(nullable(text)),
});
