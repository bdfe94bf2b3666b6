/** The part of a model that events come through. */
interface Listening {
  onMessage(handler: (content: unknown) => void): () => void;
}

/** Calls `handler` when a view says that the user did something, e.g. `click`. Returns the undo. */
export function onEvent(model: Listening, event: string, handler: () => void): () => void {
  return model.onMessage((content) => {
    if ((content as { readonly event?: unknown } | null)?.event === event) handler();
  });
}
