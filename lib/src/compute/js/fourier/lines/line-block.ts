/**
 * A block of lines under way, real and imaginary parts apart and in double precision whatever the data are:
 * element `j` of line `b` lies at `j * batch + b`. The spare pair takes the result of a pass; the two pairs change places.
 */
export interface LineBlock {
  re: Float64Array;
  im: Float64Array;
  spareRe: Float64Array;
  spareIm: Float64Array;
}

/** An empty block for `batch` lines of `size` elements. */
export function lineBlock(size: number, batch: number): LineBlock {
  const length = size * batch;
  return {
    re: new Float64Array(length),
    im: new Float64Array(length),
    spareRe: new Float64Array(length),
    spareIm: new Float64Array(length),
  };
}

/** Makes the spare pair the current one. */
export function exchange(block: LineBlock): void {
  const { re, im } = block;
  block.re = block.spareRe;
  block.im = block.spareIm;
  block.spareRe = re;
  block.spareIm = im;
}

/** Elements of one block: about what the processor's second cache holds of the four arrays. */
const blockElements = 8192;
/** Most lines side by side: two cache lines of single-precision complex numbers. */
const mostLines = 16;

/** How many lines of `size` elements are transformed side by side, of `lines` that there are. */
export function batchFor(size: number, lines: number): number {
  return Math.max(1, Math.min(lines, mostLines, Math.floor(blockElements / size)));
}

/** How lines of one size are transformed: factors and twiddle factors, worked out once. */
export interface LinePlan {
  readonly size: number;
  /** Forward transform of `batch` lines, unscaled, left in `re` and `im`. With the two exchanged it runs backward. */
  transform(block: LineBlock, batch: number): void;
}
