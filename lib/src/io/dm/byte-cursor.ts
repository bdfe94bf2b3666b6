import { readExactly } from "../source.js";
import type { Source } from "../source.js";

/** Bytes fetched at a time: a file's tags are small and lie one behind the other. */
const windowBytes = 2 ** 16;

/** Walks through a source from front to back and fetches it in pieces. */
export class ByteCursor {
  readonly source: Source;
  /** Where the next byte lies. */
  at = 0;
  #window: Uint8Array = new Uint8Array(0);
  #begin = 0;

  constructor(source: Source) {
    this.source = source;
  }

  /** Bytes from here to the end. */
  get left(): number {
    return this.source.size - this.at;
  }

  /** The next `length` bytes, stepped over. @throws FormatError if the source ends before */
  async take(length: number, field: string): Promise<DataView> {
    if (this.at < this.#begin || this.at + length > this.#begin + this.#window.length) {
      const fetched = Math.max(length, Math.min(windowBytes, this.left));
      this.#window = await readExactly(this.source, this.at, fetched, field);
      this.#begin = this.at;
    }
    const { buffer, byteOffset } = this.#window;
    const view = new DataView(buffer, byteOffset + this.at - this.#begin, length);
    this.at += length;
    return view;
  }
}
