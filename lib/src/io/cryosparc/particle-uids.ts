/** Increment and factors of the SplitMix64 generator (Steele, Lea and Flood 2014). */
const [increment, firstFactor, secondFactor] = [
  0x9e3779b97f4a7c15n,
  0xbf58476d1ce4e5b9n,
  0x94d049bb133111ebn,
] as const;

/**
 * Numbers of 64 bits, as words, by which cryoSPARC tells rows apart: all different, spread as if by chance, and the same each time.
 */
export function particleUids(count: number): string[] {
  const wrapped = (value: bigint): bigint => BigInt.asUintN(64, value);
  return Array.from({ length: count }, (_, row) => {
    let mixed = wrapped(BigInt(row + 1) * increment);
    mixed = wrapped((mixed ^ (mixed >> 30n)) * firstFactor);
    mixed = wrapped((mixed ^ (mixed >> 27n)) * secondFactor);
    return String(mixed ^ (mixed >> 31n));
  });
}
