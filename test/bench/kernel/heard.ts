/** A message from a kernel, its content read only when asked for. */
export interface Heard {
  readonly type: string;
  /** Id of the request that it belongs to. */
  readonly parent: string | undefined;
  content(): Readonly<Record<string, unknown>>;
  readonly buffers: readonly Uint8Array[];
}

const delimiter = Buffer.from("<IDS|MSG>", "latin1");

/** Reads what the delimiter of a message's frames is followed by: signature, header, parent, metadata, content, buffers. */
export function readFrames(frames: readonly Buffer[]): Heard {
  const at = frames.findIndex((frame) => delimiter.equals(frame));
  const json = (place: number): Record<string, unknown> =>
    JSON.parse(frames[at + place]!.toString("utf8")) as Record<string, unknown>;
  return {
    type: json(2)["msg_type"] as string,
    parent: json(3)["msg_id"] as string | undefined,
    content: () => json(5),
    buffers: frames.slice(at + 6),
  };
}
