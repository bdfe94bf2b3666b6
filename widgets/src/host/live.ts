import type { WidgetModel } from "@vitrine/kernel/controls";

/** A figure on the page, held by the code of a cell: its values are those of the view, in both directions. */
export type LiveView<State extends object, Key extends keyof State & string> = {
  -readonly [K in Key]: State[K];
} & {
  /** Id of the model, for others to link to. */
  readonly id: string;
  /** Calls `handler` when one of the values changes, here or in the view. Returns the undo. */
  onChange<K extends Key>(key: K, handler: (value: State[K]) => void): () => void;
  /** Ends the connection: the picture stays, and no longer answers. */
  close(): void;
};

/** Makes the values of `checks` readable and settable; a value is checked before it is set. */
export function liveView<State extends object, Key extends keyof State & string>(
  model: WidgetModel<State>,
  checks: { readonly [K in Key]: (value: unknown) => State[K] },
): LiveView<State, Key> {
  const view = {
    id: model.id,
    onChange: <K extends Key>(key: K, handler: (value: State[K]) => void) =>
      model.on("change", key, ({ value }) => handler(value)),
    close: () => model.close(),
  };
  for (const key of Object.keys(checks) as Key[]) {
    Object.defineProperty(view, key, {
      enumerable: true,
      get: () => model.get(key),
      set: (value: unknown) => model.set({ [key]: checks[key](value) } as unknown as Partial<State>),
    });
  }
  return view as unknown as LiveView<State, Key>;
}
