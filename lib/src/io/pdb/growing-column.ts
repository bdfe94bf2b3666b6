import { decode } from "../star/column-builder.js";

type Numbers = Float64Array | Int32Array | Int8Array | Uint8Array;

/** Rows for which a column has room at first. */
const firstRows = 64;
/** Longest words that are looked up by their bytes, which fit into a whole number that a double holds. */
const longestKey = 6;

/** Numbers on their way into a column. */
export class NumberColumn<T extends Numbers> {
  private count = 0;
  private values: T;

  constructor(private readonly make: (length: number) => T) {
    this.values = make(firstRows);
  }

  add(value: number): void {
    if (this.count === this.values.length) {
      const larger = this.make(2 * this.count);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.count++] = value;
  }

  finish(): T {
    return this.values.slice(0, this.count) as T;
  }
}

/** A column of numbers in double precision. */
export function reals(): NumberColumn<Float64Array> {
  return new NumberColumn((length) => new Float64Array(length));
}

/** A column of whole numbers. */
export function integers(): NumberColumn<Int32Array> {
  return new NumberColumn((length) => new Int32Array(length));
}

/** Words on their way into a column: few different ones, each of which is kept once. */
export class WordColumn {
  private readonly words: string[] = [];
  private readonly known = new Map<number, string>();
  private lastKey = -1;
  private last = "";

  add(word: string): void {
    this.words.push(word);
  }

  /** Takes a word of a file. */
  take(bytes: Uint8Array, start: number, end: number): void {
    this.words.push(this.wordOf(bytes, start, end));
  }

  finish(): readonly string[] {
    return this.words;
  }

  private wordOf(bytes: Uint8Array, start: number, end: number): string {
    if (end - start > longestKey) return decode(bytes, start, end);
    let key = 1;
    for (let i = start; i < end; i++) key = 256 * key + bytes[i]!;
    if (key === this.lastKey) return this.last;
    let word = this.known.get(key);
    if (word === undefined) this.known.set(key, (word = decode(bytes, start, end)));
    this.lastKey = key;
    return (this.last = word);
  }
}
