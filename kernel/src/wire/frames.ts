import type { ReplayMemory } from "./replay.js";
import type { Signer } from "./sign.js";

const delimiter = Buffer.from("<IDS|MSG>", "latin1");
/** Header, parent header, metadata, content. */
const signedParts = 4;

/** A message as it comes off the wire: proved to be from one who knows the key, its JSON read, its content not yet looked at. */
export interface Received {
  readonly identities: readonly Uint8Array[];
  readonly header: unknown;
  readonly parent_header: unknown;
  readonly metadata: unknown;
  readonly content: unknown;
  readonly buffers: readonly Uint8Array[];
}

/** A message on its way out. */
export interface Sendable {
  readonly header: object;
  readonly parent_header: object;
  readonly metadata: object;
  readonly content: object;
  readonly buffers: readonly Uint8Array[];
}

/**
 * Reads the frames of a message. The signature is checked before anything is parsed.
 * @throws Error with one short sentence that says nothing about the key or the right signature
 */
export function decode(frames: readonly Uint8Array[], signer: Signer, replays: ReplayMemory): Received {
  const at = frames.findIndex((frame) => delimiter.equals(frame));
  if (at < 0) throw new Error("no delimiter");
  const signature = frames[at + 1];
  const parts = frames.slice(at + 2, at + 2 + signedParts);
  if (signature === undefined || parts.length !== signedParts) throw new Error("too few frames");
  if (!signer.verify(signature, parts)) throw new Error("bad signature");
  if (signature.byteLength > 0 && !replays.admit(Buffer.from(signature).toString("latin1")))
    throw new Error("seen before");
  const [header, parent_header, metadata, content] = parts.map(readJson);
  return {
    identities: frames.slice(0, at),
    header,
    parent_header,
    metadata,
    content,
    buffers: frames.slice(at + 2 + signedParts),
  };
}

/** Writes a message as frames, for the peers that `identities` name (or the topic, on a publishing socket). */
export function encode(
  message: Sendable,
  identities: readonly Uint8Array[],
  signer: Signer,
): (Uint8Array | string)[] {
  const { header, parent_header, metadata, content, buffers } = message;
  const parts = [header, parent_header, metadata, content].map((part) => Buffer.from(JSON.stringify(part)));
  return [...identities, delimiter, signer.sign(parts), ...parts, ...buffers];
}

function readJson(part: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString("utf8"));
  } catch {
    throw new Error("a part is not JSON");
  }
}
