import type { ErrorContent, FromSession } from "../messages/index.js";
import { describeThrown } from "./thrown.js";

/** Asks the front door, which knows how cells were compiled, to put errors into the user's words. */
export class Explanations {
  private readonly waiting = new Map<number, (explained: ErrorContent) => void>();
  private readonly tell: (message: FromSession) => void;
  private next = 1;

  constructor(tell: (message: FromSession) => void) {
    this.tell = tell;
  }

  /** An error as the user should read it. */
  of(error: unknown): Promise<ErrorContent> {
    const number = this.next++;
    return new Promise((resolve) => {
      this.waiting.set(number, resolve);
      this.tell({ tell: "explain", number, thrown: describeThrown(error) });
    });
  }

  /** The front door's answer. */
  receive(number: number, explained: ErrorContent): void {
    this.waiting.get(number)?.(explained);
    this.waiting.delete(number);
  }
}
