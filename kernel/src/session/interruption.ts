/** What an interrupted cell's signal gives as its reason, and what its error is called in the notebook. */
export class KeyboardInterrupt extends Error {
  override readonly name = "KeyboardInterrupt";

  constructor() {
    super("interrupted");
  }
}
