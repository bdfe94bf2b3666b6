import { dispatchComm, setCellHost, type CellMessage } from "@vitrine/kernel/cell";

/** A session that writes down what cells send, and plays the front end. */
export interface Recorder {
  readonly sent: CellMessage[];
  /** Contents of the messages of one type. */
  ofType(type: CellMessage["type"]): Record<string, unknown>[];
  /** State that the newest model was opened with, its buffers put back, and the comm's id. */
  opened(): { readonly id: string; readonly state: Record<string, unknown>; readonly bytes: number };
  /** Plays a view that sends `content`; resolves with the next custom message and its buffer. */
  ask(id: string, content: unknown): Promise<{ content: Record<string, unknown>; buffer: Uint8Array }>;
  /** Plays a view that sets values. */
  change(id: string, state: Record<string, unknown>): void;
  undo(): void;
}

interface Update {
  readonly method: string;
  readonly content: Record<string, unknown>;
}

export function recordSession(): Recorder {
  const sent: CellMessage[] = [];
  const undo = setCellHost({
    publish: (message) => void sent.push({ ...message, buffers: message.buffers?.map(copied) ?? [] }),
    input: () => "",
    signal: () => new AbortController().signal,
  });
  const dispatch = (id: string, data: unknown): void =>
    dispatchComm("comm_msg", { comm_id: id, data }, { metadata: {}, buffers: [] });
  return {
    sent,
    undo,
    ofType: (type) => sent.filter((message) => message.type === type).map(({ content }) => content),
    opened() {
      const message = sent.findLast(({ type }) => type === "comm_open")!;
      const { comm_id: id, data } = message.content as { comm_id: string; data: never };
      const { state, buffer_paths: paths } = data as { state: object; buffer_paths: [string][] };
      const buffers = (message.buffers ?? []) as Uint8Array[];
      const whole: Record<string, unknown> = { ...state };
      paths.forEach(([key], i) => (whole[key] = new Float64Array(buffers[i]!.buffer)));
      const bytes = JSON.stringify(state).length + buffers.reduce((sum, b) => sum + b.byteLength, 0);
      return { id, state: whole, bytes };
    },
    async ask(id, content) {
      const before = sent.length;
      dispatch(id, { method: "custom", content });
      for (let turn = 0; turn < 2000; turn++) {
        const answer = sent.slice(before).find((message) => isCustomOf(message, id));
        if (answer !== undefined) {
          const { content: answered } = answer.content["data"] as Update;
          return { content: answered, buffer: (answer.buffers?.[0] ?? new Uint8Array(0)) as Uint8Array };
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      throw new Error("the cell did not answer");
    },
    change: (id, state) => dispatch(id, { method: "update", state, buffer_paths: [] }),
  };
}

function isCustomOf({ type, content }: CellMessage, id: string): boolean {
  return type === "comm_msg" && content["comm_id"] === id && (content["data"] as Update).method === "custom";
}

function copied(buffer: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength).slice()
    : new Uint8Array(buffer.slice(0));
}
