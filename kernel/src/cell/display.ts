import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { format, type Displayed } from "./formatters.js";
import { cellHost, type MimeBundle } from "./host.js";

/** An output that can be replaced where it stands. */
export interface DisplayHandle {
  readonly id: string;
  /** Shows another value in the same place. */
  update(value: unknown): Promise<void>;
}

/** Shows a value below the cell. Its forms come from the formatters; resolves once it is on its way. */
export async function display(value: unknown): Promise<DisplayHandle> {
  return displayBundle(await formatValue(value));
}

/** Shows ready-made forms, e.g. `{ "text/html": "<b>…</b>", "text/plain": "…" }`. */
export function displayBundle(
  shown: Displayed | { readonly data: MimeBundle },
  id: string = randomUUID(),
): DisplayHandle {
  cellHost().publish({ type: "display_data", content: content(shown, id) });
  return {
    id,
    async update(value) {
      cellHost().publish({ type: "update_display_data", content: content(await formatValue(value), id) });
    },
  };
}

/** Replaces the output that was shown under `id`. */
export function updateBundle(shown: Displayed, id: string): void {
  cellHost().publish({ type: "update_display_data", content: content(shown, id) });
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

function content({ data, metadata = {} }: Displayed, id: string): Record<string, unknown> {
  return { data, metadata, transient: { display_id: id } };
}
