/** From view to cell: "send me this". Answered by one {@link DataMessage} with the same `id`. */
export interface RequestMessage {
  readonly type: "request";
  /** Counts up; a view ignores answers older than its newest request of that kind. */
  readonly id: number;
  readonly what: "image" | "overview" | "slice";
  /** For "slice": the axis it is perpendicular to, and where. */
  readonly axis?: "z" | "y" | "x";
  readonly index?: number;
  /** For "image" and "overview": no side longer than this. */
  readonly maxSize?: number;
}

/** From cell to view, with one binary buffer. value = offset + scale * stored. */
export interface DataMessage {
  readonly type: "data";
  readonly id: number;
  readonly what: RequestMessage["what"];
  readonly axis?: "z" | "y" | "x";
  readonly index?: number;
  /** Shape of the buffer, slow to fast. */
  readonly shape: readonly number[];
  readonly dtype: "u8" | "f32";
  readonly offset: number;
  readonly scale: number;
  /** How many original elements one stored element stands for, along each axis. */
  readonly binning: number;
}

/** From cell to view: the request can't be met. */
export interface RefusalMessage {
  readonly type: "refusal";
  readonly id: number;
  readonly reason: string;
}

/** Nothing larger goes down in one message, in bytes. */
export const maxMessageBytes: number = 64 * 2 ** 20;
