/** Bytes of data that figures keep in memory for their views, in all: half of what a small server has. */
const budgetBytes = 2 ** 30;

interface Held {
  readonly value: object;
  readonly bytes: number;
}

/** What is kept, oldest first. */
const held: Held[] = [];

/**
 * Keeps a record in memory so that its view can ask for more of it later; the newest one always, older ones as long
 * as all fit. Those dropped are still found while the user's own variables hold them. Returns the way to it:
 * `undefined` once it is gone.
 */
export function keepRecent<T extends object>(value: T, bytes: number): () => T | undefined {
  const at = held.findIndex((other) => other.value === value);
  if (at >= 0) held.splice(at, 1);
  held.push({ value, bytes });
  let total = held.reduce((sum, other) => sum + other.bytes, 0);
  while (held.length > 1 && total > budgetBytes) total -= held.shift()!.bytes;
  return finder(new WeakRef(value));
}

/** Apart from {@link keepRecent}, in whose scope the function would hold the record itself. */
function finder<T extends object>(reference: WeakRef<T>): () => T | undefined {
  return () => reference.deref();
}
