/** Values at places of the sorted finite data. */
export interface OrderStatistics {
  /** Number of finite values. */
  readonly count: number;
  /** The value at each place; NaN where no value is finite. */
  readonly values: readonly number[];
}

/**
 * The values that would stand at `places` were the finite data sorted; which places may depend on how many there are.
 * The bits of a single-precision number, read as a whole number, order as the numbers do once signs are seen to. Counting
 * the upper halves of all, and then the lower halves of those few that a place falls among, finds each value exactly.
 */
export function orderStatistics(
  data: Float32Array,
  places: (count: number) => readonly number[],
): OrderStatistics {
  const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
  const upper = new Uint32Array(halves);
  let count = 0;
  for (let i = 0; i < bits.length; i++) {
    if (notFinite(bits[i]!)) continue;
    upper[orderOf(bits[i]!) >>> 16]! += 1;
    count += 1;
  }
  const wanted = places(count);
  if (count === 0) return { count, values: wanted.map(() => Number.NaN) };
  const found = wanted.map((place) => find(upper, place));
  const lower = new Map(found.map(({ bin }) => [bin, new Uint32Array(halves)]));
  const looked = Array.from({ length: halves }, (_, bin) => lower.get(bin));
  for (let i = 0; i < bits.length; i++) {
    if (notFinite(bits[i]!)) continue;
    const order = orderOf(bits[i]!);
    const counts = looked[order >>> 16];
    if (counts !== undefined) counts[order & 0xffff]! += 1;
  }
  const values = found.map(({ bin, rest }) => valueOf(bin * halves + find(lower.get(bin)!, rest).bin));
  return { count, values };
}

/** Values that half of the 32 bits can take. */
const halves = 65536;

/** The bin in which a place of the sorted data falls, and its place within it. */
function find(counts: Uint32Array, place: number): { readonly bin: number; readonly rest: number } {
  let rest = place;
  let bin = 0;
  while (rest >= counts[bin]!) {
    rest -= counts[bin]!;
    bin += 1;
  }
  return { bin, rest };
}

/** Infinities and NaN have all bits of the exponent set. */
function notFinite(bits: number): boolean {
  return (bits & 0x7f800000) === 0x7f800000;
}

/** A whole number that orders as the single-precision number of these bits. */
function orderOf(bits: number): number {
  return (bits & 0x80000000) === 0 ? (bits | 0x80000000) >>> 0 : ~bits >>> 0;
}

/** The single-precision number of an order: the inverse of {@link orderOf}. */
function valueOf(order: number): number {
  const bits = order >= 0x80000000 ? order & 0x7fffffff : ~order;
  return new Float32Array(Uint32Array.of(bits).buffer)[0]!;
}
