/**
 * A plan for lines of one size, as planning wrote it to memory: a row of int32.
 *
 * A line of `size` elements lies in `blocks` blocks of `tail` quartets, `pitch` bytes apart (a little more than a block holds, so
 * that the blocks don't fall on the same places of a cache). The heads cut the line into blocks, the passes of the tail then
 * transform each block by itself. Frequency `p + blocks * k` ends up at place k of the block `offsets[p]` bytes on.
 *
 * So that frequencies can be read four at a time, the table goes on to a multiple of four, `group`; the next group lies `advance`
 * bytes further on. `mirrored` is the same for the mirror images, frequencies `size - p`, the next of which lie `advance` bytes
 * back; that of frequency 0 is a copy which `copyZero` makes.
 *
 * Where `convolution` is not 0 the line is one block, transformed as a convolution (see convolution.ts).
 */
@unmanaged
export class LinePlan {
  size: i32;
  blocks: i32;
  tail: i32;
  pitch: i32;
  group: i32;
  advance: i32;
  offsets: usize;
  mirrored: usize;
  heads: i32;
  head: usize;
  passes: i32;
  pass: usize;
  convolution: usize;
  /** Bytes of a line in work. */
  work: i32;
  /** Bytes that a transform needs besides. */
  room: i32;
}

/**
 * What the butterfly of an odd number without one of its own needs: a row of int32. Either `roots`, in the order that it reads them,
 * or, where they are 0, what Rader's butterfly of a prime needs: the elements in the order it reads them, then the frequencies in
 * the order it finds them, the transform of the roots, and the passes of its transforms.
 */
@unmanaged
export class OddRadix {
  roots: usize;
  powers: usize;
  kernel: usize;
  passes: i32;
  pass: usize;
}

/** One level of a transform: a row of int32. `span` is the number of butterflies side by side, each turned by its own twiddles. */
@unmanaged
export class Level {
  radix: i32;
  span: i32;
  /** How many times the level repeats: the product of the radices before it. */
  repeats: i32;
  twiddles: usize;
  odd: OddRadix;
}

const levelBytes: usize = 20;

// @ts-ignore: decorator
@inline
export function levelAt(row: usize, index: i32): Level {
  return changetype<Level>(row + <usize>index * levelBytes);
}

/** What a convolution needs: a row of int32. */
@unmanaged
export class Convolution {
  inner: usize;
  chirp: usize;
  kernel: usize;
}
