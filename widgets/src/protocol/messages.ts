/**
 * From view to cell: "send me this". Answered by one {@link DataMessage} or {@link RefusalMessage} with the same `id`.
 * A view asks for the next slice of an axis only when the one before has come, so that answers never pile up.
 */
export interface RequestMessage {
  readonly type: "request";
  /** Counts up; an answer older than the newest one shown is kept or dropped, never shown. */
  readonly id: number;
  readonly what: "image" | "overview" | "slice";
  /** For "slice": the axis it is perpendicular to, and where. */
  readonly axis?: "z" | "y" | "x";
  readonly index?: number;
  /** For "image" and "overview": no side longer than this. */
  readonly maxSize?: number;
}

/**
 * From cell to view, with one binary buffer. value = offset + scale * stored.
 *
 * - "image" of a spectrum: log10 of the power, `[ny, nx]`, origin where the state says, as f32 or u8.
 * - "overview" of a map: the density, `[nz, ny, nx]`, no side above 128, as u8 (or f32).
 * - "slice" of a map: the density as f32, of the map's full size: perpendicular to z `[ny, nx]`, to y `[nz, nx]`, to x `[nz, ny]`.
 */
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
  /** How many original elements one stored element stands for, along each axis: stored `i` covers `i * binning` up to `(i + 1) * binning - 1`. */
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
