/** How many sums are made at once, of eight stretches, which costs half as much as of five for each. */
export const together = 4;

/**
 * Four binomial sums of neighbouring stretches of `from`, `count` numbers each, of 1, 4, 6, 4 and 1 sixteenth of five in turn:
 * of `starts` 0 to 4 into `out` from `to` on, of 1 to 5 a `stride` further, and so on. Reads each stretch `at` behind its start.
 */
export function addFour(
  out: Float32Array,
  to: number,
  stride: number,
  from: Float32Array,
  starts: readonly number[],
  at: number,
  count: number,
): void {
  const [a, b, c, d] = [starts[0]! + at, starts[1]! + at, starts[2]! + at, starts[3]! + at];
  const [e, f, g, h] = [starts[4]! + at, starts[5]! + at, starts[6]! + at, starts[7]! + at];
  const [second, third, fourth] = [to + stride, to + 2 * stride, to + 3 * stride];
  for (let i = 0; i < count; i++) {
    const pb = from[b + i]!;
    const pc = from[c + i]!;
    const pd = from[d + i]!;
    const pe = from[e + i]!;
    const pf = from[f + i]!;
    const pg = from[g + i]!;
    out[to + i] = (from[a + i]! + pe + 4 * (pb + pd) + 6 * pc) * (1 / 16);
    out[second + i] = (pb + pf + 4 * (pc + pe) + 6 * pd) * (1 / 16);
    out[third + i] = (pc + pg + 4 * (pd + pf) + 6 * pe) * (1 / 16);
    out[fourth + i] = (pd + from[h + i]! + 4 * (pe + pg) + 6 * pf) * (1 / 16);
  }
}
