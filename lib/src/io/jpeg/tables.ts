/** The order in which the 64 frequencies of a block are written: along the diagonals, to and fro. */
export const zigzag: readonly number[] = Array.from({ length: 64 }, (_, i) => i).sort((a, b) => {
  const [x, y] = [a % 8, a >> 3];
  const diagonal = x + y;
  const step = diagonal - ((b % 8) + (b >> 3));
  return step !== 0 ? step : diagonal % 2 === 0 ? x - (b % 8) : y - (b >> 3);
});

/** Steps of brightness that the standard proposes (ITU T.81, annex K), row after row. */
const brightnessSteps: readonly number[] = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];

/** Steps of colour: of the ten lowest frequencies; 99 for all others. */
const colourSteps: ReadonlyMap<number, number> = new Map([
  [0, 17],
  [1, 18],
  [2, 24],
  [3, 47],
  [8, 18],
  [9, 21],
  [10, 26],
  [11, 66],
  [16, 24],
  [17, 26],
  [18, 56],
  [24, 47],
  [25, 66],
]);

/** Steps of the 64 frequencies at a quality of 1 to 100, row after row; 50 is what the standard proposes. */
export function stepsOf(part: "brightness" | "colour", quality: number): Uint8Array {
  const percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return Uint8Array.from({ length: 64 }, (_, i) => {
    const step = part === "brightness" ? brightnessSteps[i]! : (colourSteps.get(i) ?? 99);
    return Math.min(255, Math.max(1, Math.floor((step * percent + 50) / 100)));
  });
}

/** A prefix code: how many codes there are of each length from 1 to 16, and the symbols in the order of their codes. */
export interface PrefixCode {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

/** Sizes of the mean of a block, as the standard proposes it for brightness. */
export const meanCode: PrefixCode = {
  counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
  symbols: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};

/** Runs of zeros and sizes of all other frequencies, as the standard proposes them for brightness. */
export const detailCode: PrefixCode = {
  counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125],
  symbols: bytesOfHex(
    "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a43" +
      "4445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2" +
      "b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa",
  ),
};

function bytesOfHex(text: string): number[] {
  return Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

/** A symbol's code and its length in bits. */
export type Codeword = readonly [code: number, length: number];

/** The codes of the symbols: counted up, with a bit more at each length. */
export function codewords({ counts, symbols }: PrefixCode): ReadonlyMap<number, Codeword> {
  const words = new Map<number, Codeword>();
  let code = 0;
  for (const [i, count] of counts.entries()) {
    for (let left = count; left > 0; left--) words.set(symbols[words.size]!, [code++, i + 1]);
    code *= 2;
  }
  return words;
}
