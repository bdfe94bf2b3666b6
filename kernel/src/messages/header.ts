import { fields, maybe, text, type Schema } from "./schema.js";

/** Version of the messaging protocol that the kernel speaks. */
export const protocolVersion = "5.4";

/** Who sent a message, when, and what it is. */
export interface Header {
  readonly msg_id: string;
  readonly session: string;
  readonly username: string;
  readonly msg_type: string;
  readonly version?: string;
  readonly date?: string;
}

/** Headers of old clients lack a version or a date; everything else is needed. */
export const header: Schema<Header> = fields<Header>({
  msg_id: text,
  session: text,
  username: text,
  msg_type: text,
  version: maybe(text),
  date: maybe(text),
});
