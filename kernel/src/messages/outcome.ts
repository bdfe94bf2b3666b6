import { fields, list, text, word, type Schema } from "./schema.js";

/** What every reply says when the request could not be met. */
export interface ErrorContent {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

export const errorContent: Schema<ErrorContent> = fields<ErrorContent>({
  ename: text,
  evalue: text,
  traceback: list(text),
});

/** A reply: what was asked for, an error, or word that an earlier error cancelled the request. */
export type Reply<T> =
  | (T & { readonly status: "ok" })
  | (ErrorContent & { readonly status: "error" })
  | { readonly status: "aborted" };

/** The schema of a reply whose good case is `schema`. */
export function reply<T>(schema: Schema<T>): Schema<Reply<T>> {
  const state = fields<{ status: string }>({ status: word("ok", "error", "aborted") });
  return (value, path) => {
    const problem = state(value, path);
    if (problem !== undefined) return problem;
    const { status } = value as { status: string };
    if (status === "ok") return schema(value, path);
    return status === "error" ? errorContent(value, path) : undefined;
  };
}

/** An error as the content of a reply. */
export function failure(
  ename: string,
  evalue: string,
  traceback?: readonly string[],
): ErrorContent & { readonly status: "error" } {
  return { status: "error", ename, evalue, traceback: traceback ?? [`${ename}: ${evalue}`] };
}
