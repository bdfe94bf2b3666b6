import type { BitWriter } from "./bit-writer.js";
import type { Codeword } from "./tables.js";
import { codewords, detailCode, meanCode, zigzag } from "./tables.js";

const side = 8;
const [means, details] = [codewords(meanCode), codewords(detailCode)];
const [endOfBlock, sixteenZeros] = [0x00, 0xf0] as const;

/** Row k holds the cosine wave of k half turns over eight samples, of length 1. */
const waves: Float64Array = Float64Array.from({ length: side * side }, (_, i) => {
  const [k, x] = [Math.floor(i / side), i % side];
  return Math.cos(((2 * x + 1) * k * Math.PI) / 16) * (k === 0 ? Math.sqrt(1 / 8) : 1 / 2);
});

/** Writes the blocks of one component of a picture, one after the other. */
export class BlockWriter {
  readonly #out: BitWriter;
  readonly #steps: Uint8Array;
  readonly #half = new Float64Array(side * side);
  readonly #quantised = new Int32Array(side * side);
  #meanBefore = 0;

  constructor(out: BitWriter, steps: Uint8Array) {
    this.#out = out;
    this.#steps = steps;
  }

  /** Transforms, rounds to the steps and writes a block of 8 x 8 samples around 0. */
  write(samples: Float64Array): void {
    this.#transform(samples);
    const mean = this.#quantised[0]!;
    this.#number(means, 0, mean - this.#meanBefore);
    this.#meanBefore = mean;
    let zeros = 0;
    for (let i = 1; i < zigzag.length; i++) {
      const value = this.#quantised[zigzag[i]!]!;
      if (value === 0) {
        zeros += 1;
        continue;
      }
      for (; zeros > 15; zeros -= 16) this.#out.write(...details.get(sixteenZeros)!);
      this.#number(details, zeros, value);
      zeros = 0;
    }
    if (zeros > 0) this.#out.write(...details.get(endOfBlock)!);
  }

  /** The cosine transform in two dimensions, in units of the steps. */
  #transform(samples: Float64Array): void {
    product(this.#half, samples);
    product(samples, this.#half);
    for (let i = 0; i < samples.length; i++) this.#quantised[i] = Math.round(samples[i]! / this.#steps[i]!);
  }

  /** A number as the code of the zeros before it and of its size, and that many bits of it; one less for those below 0. */
  #number(code: ReadonlyMap<number, Codeword>, zeros: number, value: number): void {
    const size = 32 - Math.clz32(Math.abs(value));
    this.#out.write(...code.get(16 * zeros + size)!);
    this.#out.write(value < 0 ? value + 2 ** size - 1 : value, size);
  }
}

/** The waves of each row of a block, laid into the columns of another: done twice, both directions are transformed. */
function product(out: Float64Array, block: Float64Array): void {
  for (let row = 0; row < side; row++) {
    for (let k = 0; k < side; k++) {
      let sum = 0;
      for (let x = 0; x < side; x++) sum += waves[side * k + x]! * block[side * row + x]!;
      out[side * k + row] = sum;
    }
  }
}
