import type { Cause } from "./session-link.js";

/** Printed text on its way between the threads: one string, because thousands of lines may come at once. */
export function packPrinted(cause: number, name: "stdout" | "stderr", text: string): string {
  return `${cause}${name === "stdout" ? "o" : "e"}${text}`;
}

/** The parts of {@link packPrinted}'s string. */
export function unpackPrinted(packed: string): {
  readonly cause: number;
  readonly name: "stdout" | "stderr";
  readonly text: string;
} {
  const at = packed.search(/[oe]/);
  return {
    cause: Number(packed.slice(0, at)),
    name: packed[at] === "o" ? "stdout" : "stderr",
    text: packed.slice(at + 1),
  };
}

/** Numbers causes, so that each is sent once. */
export class CauseNumbers {
  private readonly numbers = new WeakMap<Cause, number>();
  private readonly announce: (number: number, cause: Cause) => void;
  private next = 1;

  /** @param announce sends a cause with its number */
  constructor(announce: (number: number, cause: Cause) => void) {
    this.announce = announce;
  }

  /** The number of a cause; a new one is announced first. */
  of(cause: Cause): number {
    let number = this.numbers.get(cause);
    if (number === undefined) {
      this.numbers.set(cause, (number = this.next++));
      this.announce(number, cause);
    }
    return number;
  }
}
