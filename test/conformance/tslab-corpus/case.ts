/** What is compared of a case: each is a list, one entry for a cell. */
export type Aspect = "value" | "output" | "error" | "shown" | "names" | "answer";

/**
 * Cells that run one after the other on both engines, and what is asked after them. In code, a name that ends in an
 * underscore is made the case's own, so that cases don't see one another's: `size_` becomes `size17`.
 */
export interface Case {
  readonly name: string;
  readonly cells?: readonly string[];
  /** Names whose types (`typeof`) are compared in the end; names that are not there are compared too. */
  readonly names?: readonly string[];
  /** Code with `¦` for the cursor: which of `among` are offered, and what they would replace. */
  readonly complete?: { readonly code: string; readonly among: readonly string[] };
  /** Code with `¦` for the cursor: which of `words` the answer holds. */
  readonly inspect?: { readonly code: string; readonly words: readonly string[] };
  /** Code of which is asked whether it is whole. */
  readonly isComplete?: string;
  /** In what the engines differ, and why. */
  readonly differs?: Readonly<Partial<Record<Aspect, string>>>;
}

/** Why the engines differ, where that is the same in many cases. */
export const because = {
  checked:
    "tslab's compiler refuses a cell with a wrong type; here the cell runs, and what is wrong with it is told beside it",
  syntax: "both refuse the cell, each in the words of its own parser",
  closures:
    "a function of an earlier cell sees what a later cell assigns; in tslab it keeps the value of its own cell",
  literal: "a cell that is one object literal is read as that; tslab reads a block with labels",
  esm: "tslab turns every import into require",
  constant:
    "a const may be assigned here, as in a console: the type check tells it, tslab's compiler refuses it",
  failed: "a cell that fails keeps the names that it had declared by then; tslab forgets all of them",
  loader: "each says what is missing in the words of its own loader",
  cursor: "what stands behind the cursor stays where it is; tslab replaces the whole word",
  invalid: "tslab calls no code invalid: it runs it, so that the error is seen",
  indent: "each has its own rule for the next line's indent",
} as const;
