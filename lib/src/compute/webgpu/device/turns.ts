/** Lets pieces of work have their turn, one after another in the order of asking. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** A row that nobody stands in yet. */
export function startTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined); // a failure is told to the one whose it is
    return mine;
  };
}
