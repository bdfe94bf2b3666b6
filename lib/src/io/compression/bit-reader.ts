/** Ends the reading with what was got and what was wanted. */
export type Fail = (got: string, wanted: string) => never;

/** Bits of a byte array, highest bit first. */
export class BitReader {
  readonly fail: Fail;
  readonly #bytes: Uint8Array;
  #at = 0;
  #held = 0;
  #bits = 0;

  constructor(bytes: Uint8Array, fail: Fail) {
    this.#bytes = bytes;
    this.fail = fail;
  }

  get bytesLeft(): number {
    return this.#bytes.length - this.#at;
  }

  /** The next `count` bits, at most 24, as a number. */
  take(count: number): number {
    while (this.#bits < count) {
      if (this.#at >= this.#bytes.length) this.fail(`the end at byte ${this.#at}`, "more data");
      this.#held = ((this.#held << 8) | this.#bytes[this.#at++]!) >>> 0;
      this.#bits += 8;
    }
    this.#bits -= count;
    return (this.#held >>> this.#bits) & ((1 << count) - 1);
  }

  alignToByte(): void {
    this.#bits = 0;
  }
}
