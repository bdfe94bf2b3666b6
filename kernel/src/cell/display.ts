import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import process from "node:process";
import { displaySymbol, format, type Displayed } from "./formatters.js";
import { cellHost, type MimeBundle } from "./host.js";

/** An output that can be replaced where it stands. As the value of a cell it shows nothing: its output is there. */
export interface DisplayHandle {
  readonly [displaySymbol]: () => MimeBundle;
  readonly id: string;
  /** Shows another value in the same place. */
  update(value: unknown): Promise<void>;
}

/** Shows a value below the cell. Its forms come from the formatters; the cell waits for it, awaited or not. */
export function display(value: unknown): Promise<DisplayHandle> {
  return waitedFor(formatValue(value).then((shown) => displayBundle(shown)));
}

/** Shows ready-made forms, e.g. `{ "text/html": "<b>…</b>", "text/plain": "…" }`. */
export function displayBundle(
  shown: Displayed | { readonly data: MimeBundle },
  id: string = randomUUID(),
): DisplayHandle {
  cellHost().publish({ type: "display_data", content: content(shown, id) });
  return {
    id,
    [displaySymbol]: () => ({}),
    update: (value) => waitedFor(formatValue(value).then((shown) => updateBundle(shown, id))),
  };
}

/** Outputs that stand inside a widget: who replaces them there. */
const taken = new Map<string, (shown: Displayed) => void>();

/** Takes over an output that stands inside a widget: `replace` is called when it is shown anew. Returns the undo. */
export function takeDisplay(id: string, replace: (shown: Displayed) => void): () => void {
  taken.set(id, replace);
  return () => {
    if (taken.get(id) === replace) taken.delete(id);
  };
}

/** Replaces the output that was shown under `id`. */
export function updateBundle(shown: Displayed, id: string): void {
  const replace = taken.get(id);
  if (replace !== undefined) replace(shown);
  else cellHost().publish({ type: "update_display_data", content: content(shown, id) });
}

/** Clears the cell's output, or with `wait` at the moment the next output arrives. */
export function clearOutput(wait: boolean = false): void {
  cellHost().publish({ type: "clear_output", content: { wait } });
}

/** A value's forms, with the plain text that the kernel falls back to. */
export async function formatValue(value: unknown): Promise<Displayed> {
  const { data, metadata, problem } = await format(value, plainText);
  if (problem !== undefined) process.stderr.write(`a formatter failed: ${inspect(problem)}\n`);
  return metadata === undefined ? { data } : { data, metadata };
}

/** Plain text as a Node prompt prints it; long arrays are cut. */
export function plainText(value: unknown): string {
  return inspect(value, { depth: 4, maxArrayLength: 100, maxStringLength: 10_000, breakLength: 100 });
}

/** The caller's own promise, so that a failure that nobody looks at is still told. */
function waitedFor<T>(work: Promise<T>): Promise<T> {
  cellHost().waitFor?.(work);
  return work.then((value) => value);
}

function content({ data, metadata = {} }: Displayed, id: string): Record<string, unknown> {
  return { data, metadata, transient: { display_id: id } };
}
