/** Signatures remembered; more than clients send in a day of work, and a few MB. */
const capacity = 65_536;

/** Remembers the signatures of late: a message that comes twice was recorded and sent again by someone else. */
export class ReplayMemory {
  private readonly seen = new Set<string>();
  private readonly size: number;

  constructor(size: number = capacity) {
    this.size = size;
  }

  /** Notes a signature; false where it has been here before. */
  admit(signature: string): boolean {
    if (this.seen.has(signature)) return false;
    this.seen.add(signature);
    if (this.seen.size > this.size) this.seen.delete(this.seen.values().next().value!);
    return true;
  }
}
