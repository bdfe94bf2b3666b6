/** Where a record was read from, and what the reader accepted with a warning. */
export interface Provenance {
  /** File name or address, as the user gave it. */
  readonly name: string;
  /** Format, e.g. `"mrc"`. */
  readonly format: string;
  readonly warnings: readonly string[];
}
