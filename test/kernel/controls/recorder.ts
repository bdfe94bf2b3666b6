import { afterEach, beforeEach, vi } from "vitest";
import {
  dispatchComm,
  setCellHost,
  type Bytes,
  type CellHost,
  type CellMessage,
} from "../../../kernel/src/cell/index.js";
import { closeAll } from "../../../kernel/src/controls/index.js";

/** A front end that keeps what it is sent and can answer. */
export class Recorder implements CellHost {
  readonly sent: CellMessage[] = [];

  publish(message: CellMessage): void {
    const copy = (bytes: Bytes): Uint8Array =>
      ArrayBuffer.isView(bytes)
        ? new Uint8Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
        : new Uint8Array(bytes.slice(0));
    const content = JSON.parse(JSON.stringify(message.content)) as CellMessage["content"];
    this.sent.push({ ...message, content, buffers: (message.buffers ?? []).map(copy) });
  }

  input(): string {
    throw new Error("no one to ask");
  }

  signal(): AbortSignal {
    return new AbortController().signal;
  }

  /** `data` of the messages sent since the last call, each with its type where it isn't `comm_msg`. */
  take(): Record<string, unknown>[] {
    return this.sent.splice(0).map(({ type, content }) => ({
      ...(type !== "comm_msg" && { type }),
      ...(content["data"] as Record<string, unknown>),
    }));
  }

  /** As if a view had sent this over the comm. */
  say(id: string, data: Record<string, unknown>, buffers: readonly Uint8Array[] = []): void {
    dispatchComm("comm_msg", { comm_id: id, data }, { metadata: {}, buffers });
  }
}

/** A fresh recorder and a clock that stands still, for each test. */
export function useRecorder(): { current: Recorder } {
  const holder = { current: new Recorder() };
  let undo = (): void => {};
  beforeEach(() => {
    vi.useFakeTimers();
    holder.current = new Recorder();
    undo = setCellHost(holder.current);
  });
  afterEach(() => {
    closeAll();
    undo();
    vi.useRealTimers();
  });
  return holder;
}
