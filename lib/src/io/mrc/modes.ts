/** How values are stored, by the header's MODE word. */
export interface MrcMode {
  readonly mode: 0 | 1 | 2 | 4 | 6 | 12 | 101;
  /** As a person says it. */
  readonly name: string;
  readonly bitsPerValue: number;
  /** Bytes that change places when the byte order is the other one. */
  readonly wordBytes: 1 | 2 | 4;
}

const modes: readonly MrcMode[] = [
  { mode: 0, name: "8-bit integers", bitsPerValue: 8, wordBytes: 1 },
  { mode: 1, name: "signed 16-bit integers", bitsPerValue: 16, wordBytes: 2 },
  { mode: 2, name: "32-bit floats", bitsPerValue: 32, wordBytes: 4 },
  { mode: 4, name: "complex numbers of two 32-bit floats", bitsPerValue: 64, wordBytes: 4 },
  { mode: 6, name: "unsigned 16-bit integers", bitsPerValue: 16, wordBytes: 2 },
  { mode: 12, name: "16-bit floats", bitsPerValue: 16, wordBytes: 2 },
  { mode: 101, name: "unsigned 4-bit integers", bitsPerValue: 4, wordBytes: 1 },
];

/** MODE words that can be read, for error messages. */
export const readableModes: string = modes.map(({ mode }) => mode).join(", ");

/** The mode of a MODE word, undefined if it can't be read. */
export function mrcMode(word: number): MrcMode | undefined {
  return modes.find(({ mode }) => mode === word);
}

/** Bytes of one row of `columns` values; 4-bit rows are filled up to a whole byte. */
export function rowBytes({ bitsPerValue }: MrcMode, columns: number): number {
  return Math.ceil((columns * bitsPerValue) / 8);
}

/** Values of a file in its own type: mode 12 widened to float32, mode 4 as real and imaginary parts in turn, mode 101 unpacked. */
export type MrcData = Int8Array | Uint8Array | Int16Array | Uint16Array | Float32Array;

/** An array for `count` values of a mode. */
export function mrcArray({ mode }: MrcMode, bytes: "signed" | "unsigned", count: number): MrcData {
  switch (mode) {
    case 0:
      return bytes === "signed" ? new Int8Array(count) : new Uint8Array(count);
    case 1:
      return new Int16Array(count);
    case 2:
    case 12:
      return new Float32Array(count);
    case 4:
      return new Float32Array(2 * count);
    case 6:
      return new Uint16Array(count);
    case 101:
      return new Uint8Array(count);
  }
}
