import { inspect } from "node:util";

/** What was wrong with a value. */
export interface Refused {
  readonly got: unknown;
  /** What is accepted. */
  readonly wanted: string;
  /** What to do instead. */
  readonly hint?: string;
}

/** The error for a value that a control can't take: what, got, wanted, hint. */
export function refusal(what: string, { got, wanted, hint }: Refused): RangeError {
  return new RangeError(
    `${what}: got ${shown(got)}, wanted ${wanted}${hint === undefined ? "" : ` (${hint})`}`,
  );
}

/** A value in a few words. */
export function shown(value: unknown): string {
  return inspect(value, {
    depth: 1,
    maxArrayLength: 8,
    maxStringLength: 80,
    breakLength: Infinity,
    compact: true,
  });
}
