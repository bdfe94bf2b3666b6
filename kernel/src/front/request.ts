import type { Header, MessageContents } from "../messages/index.js";

/** A request whose envelope and content have been checked. */
export interface Request<K extends keyof MessageContents = keyof MessageContents> {
  readonly channel: "shell" | "control" | "stdin";
  readonly identities: readonly Uint8Array[];
  readonly header: Header;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly content: MessageContents[K];
  readonly buffers: readonly Uint8Array[];
}
