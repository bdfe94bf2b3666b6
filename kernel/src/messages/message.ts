import { randomUUID } from "node:crypto";
import { contentSchemas, type MessageContents, type MessageName } from "./contents.js";
import { header as headerSchema, protocolVersion, type Header } from "./header.js";
import { record } from "./schema.js";

/** A message of a known kind, apart from how it travels. */
export interface Message<K extends MessageName = MessageName> {
  readonly header: Header & { readonly msg_type: K };
  readonly parent_header: Header | Readonly<Record<string, never>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly content: MessageContents[K];
  readonly buffers: readonly Uint8Array[];
}

/** What a message needs beside its content. */
export interface Around {
  /** Id of the sender's session. */
  readonly session: string;
  /** Header of the message that caused this one; `undefined` only at the kernel's own start. */
  readonly parent: Header | undefined;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly buffers?: readonly Uint8Array[];
}

/** Builds a message with a fresh id. Its cause is always an argument. */
export function buildMessage<K extends MessageName>(
  name: K,
  content: MessageContents[K],
  { session, parent, metadata = {}, buffers = [] }: Around,
): Message<K> {
  return {
    header: {
      msg_id: randomUUID(),
      session,
      username: "kernel",
      date: new Date().toISOString(),
      msg_type: name,
      version: protocolVersion,
    },
    parent_header: parent ?? {},
    metadata,
    content,
    buffers,
  };
}

/** Whether the kernel knows a message of this name. */
export function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(contentSchemas, name);
}

/** What is wrong with a message, envelope and content; `undefined` where nothing is. */
export function messageProblem(message: {
  readonly header: unknown;
  readonly parent_header: unknown;
  readonly metadata: unknown;
  readonly content: unknown;
}): string | undefined {
  const envelope =
    headerSchema(message.header, "header") ??
    record(message.parent_header, "parent_header") ??
    record(message.metadata, "metadata");
  if (envelope !== undefined) return envelope;
  const name = (message.header as Header).msg_type;
  return isMessageName(name) ? contentSchemas[name](message.content, name) : `${name}: no such message`;
}
