/** The few kinds of error the library throws. Each carries what was wrong, what was got, what was wanted, and a hint. */
export type ErrorTag = "value" | "shape" | "format" | "file" | "memory" | "cancelled";

/** The parts of an error's sentence. */
export interface ErrorDetail {
  readonly got: unknown;
  readonly wanted: string;
  readonly hint?: string;
  readonly cause?: unknown;
}

/** Where in a file a {@link FormatError} was found. */
export interface FormatDetail extends ErrorDetail {
  readonly file: string;
  readonly field: string;
  readonly offset?: number;
}

/** Base of every error the library throws on purpose; tell them apart with {@link isCryoError}. */
export abstract class CryoError extends Error {
  abstract readonly tag: ErrorTag;
  /** The argument, field or file that was wrong. */
  readonly what: string;
  readonly got: unknown;
  readonly wanted: string;
  readonly hint: string | undefined;

  constructor(what: string, { got, wanted, hint, cause }: ErrorDetail) {
    super(sentence(what, got, wanted, hint), cause === undefined ? undefined : { cause });
    this.what = what;
    this.got = got;
    this.wanted = wanted;
    this.hint = hint;
  }
}

/** An argument has a value that can't be used. */
export class ValueError extends CryoError {
  readonly tag = "value";
  override readonly name = "ValueError";
}

/** Sizes don't fit together, or an array's length is not that of its shape. */
export class ShapeError extends CryoError {
  readonly tag = "shape";
  override readonly name = "ShapeError";
}

/** A file's content is not what its format promises. */
export class FormatError extends CryoError {
  readonly tag = "format";
  override readonly name = "FormatError";
  readonly file: string;
  readonly field: string;
  readonly offset: number | undefined;

  constructor({ file, field, offset, ...detail }: FormatDetail) {
    super(`${printable(file)}: ${field}`, detail);
    this.file = file;
    this.field = field;
    this.offset = offset;
  }
}

/** A file can't be opened, read or written. */
export class FileError extends CryoError {
  readonly tag = "file";
  override readonly name = "FileError";
}

/** The work would not fit in memory; said before it starts. */
export class MemoryError extends CryoError {
  readonly tag = "memory";
  override readonly name = "MemoryError";
}

/**
 * Whether `error` is one of the library's own, optionally of one kind.
 *
 * @example
 * ```ts
 * try { throw new ValueError("sigma", { got: -1, wanted: "a number above 0" }); }
 * catch (error) { isCryoError(error, "value"); }   // true
 * ```
 */
export function isCryoError(error: unknown, tag?: ErrorTag): error is CryoError {
  return error instanceof CryoError && (tag === undefined || error.tag === tag);
}

function sentence(what: string, got: unknown, wanted: string, hint: string | undefined): string {
  return `${what}: got ${printable(got)}, wanted ${wanted}${hint === undefined ? "" : ` (${hint})`}`;
}

/** One line of at most 200 characters with control and direction-changing characters escaped. */
export function printable(value: unknown): string {
  const text =
    typeof value === "string" ? value : Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
  const safe = text.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return safe.length > 200 ? `${safe.slice(0, 199)}…` : safe;
}
