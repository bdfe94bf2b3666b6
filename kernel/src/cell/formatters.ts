import type { MimeBundle } from "./host.js";

/** What a formatter makes of a value. */
export interface Displayed {
  readonly data: MimeBundle;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** Turns a value into its forms; `undefined` where it is not for this formatter. */
export type Formatter = (value: unknown) => Displayed | undefined | Promise<Displayed | undefined>;

/** Values may show themselves through this symbol, as Deno's do: a method that returns a MIME bundle. */
export const displaySymbol: unique symbol = Symbol.for("Jupyter.display") as never;

const formatters: Formatter[] = [];

/** Adds a formatter, asked before the ones added earlier. Returns the undo. */
export function registerFormatter(formatter: Formatter): () => void {
  formatters.unshift(formatter);
  return () => {
    const at = formatters.indexOf(formatter);
    if (at >= 0) formatters.splice(at, 1);
  };
}

/**
 * The forms of a value: its own `Symbol.for("Jupyter.display")` first, then the registered formatters,
 * then `fallback` (plain text). A formatter that throws is passed over and its error returned beside.
 */
export async function format(
  value: unknown,
  fallback: (value: unknown) => string,
): Promise<Displayed & { readonly problem?: unknown }> {
  let problem: unknown;
  try {
    const own = ownDisplay(value);
    if (own !== undefined) return { data: await own };
    for (const formatter of formatters) {
      const shown = await formatter(value);
      if (shown !== undefined) return shown;
    }
  } catch (error) {
    problem = error;
  }
  const data = { "text/plain": fallback(value) };
  return problem === undefined ? { data } : { data, problem };
}

function ownDisplay(value: unknown): MimeBundle | Promise<MimeBundle> | undefined {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return undefined;
  const method = (value as Record<symbol, unknown>)[displaySymbol];
  return typeof method === "function" ? (method.call(value) as MimeBundle | Promise<MimeBundle>) : undefined;
}
