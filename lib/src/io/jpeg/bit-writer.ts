/** Joins codes of a few bits into bytes, the highest bit first, with a zero behind every byte of ones, as JPEG wants it. */
export class BitWriter {
  #bytes = new Uint8Array(2 ** 16);
  #length = 0;
  #waiting = 0;
  #waitingBits = 0;

  /** Appends the lowest `length` bits of a code, at most 16. */
  write(code: number, length: number): void {
    this.#waiting = (this.#waiting << length) | code;
    this.#waitingBits += length;
    while (this.#waitingBits >= 8) {
      this.#waitingBits -= 8;
      const byte = (this.#waiting >>> this.#waitingBits) & 0xff;
      this.#append(byte);
      if (byte === 0xff) this.#append(0);
    }
    this.#waiting &= (1 << this.#waitingBits) - 1;
  }

  /** The bytes, the last one filled up with ones. */
  finish(): Uint8Array {
    const left = (8 - this.#waitingBits) % 8;
    this.write((1 << left) - 1, left);
    return this.#bytes.subarray(0, this.#length);
  }

  #append(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const longer = new Uint8Array(2 * this.#length);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes[this.#length++] = byte;
  }
}
