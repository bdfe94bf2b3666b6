/** Functions to call when something happens. */
export class Handlers<Args extends readonly unknown[]> {
  private readonly all = new Set<(...args: Args) => void>();

  /** Adds a function, which may be one that is in already. Returns the undo. */
  add(handler: (...args: Args) => void): () => void {
    const entry = (...args: Args): void => handler(...args);
    this.all.add(entry);
    return () => void this.all.delete(entry);
  }

  /** Calls every one; see {@link callEach}. */
  call(...args: Args): void {
    callEach([...this.all].map((handler) => () => handler(...args)));
  }
}

/** Makes every call, also behind one that throws; the first error is thrown when all were made. */
export function callEach(calls: readonly (() => void)[]): void {
  const errors: unknown[] = [];
  for (const call of calls) {
    try {
      call();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
