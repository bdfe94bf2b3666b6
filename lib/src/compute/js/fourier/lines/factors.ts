/**
 * The radices a transform of `size` is made of, in the order of its passes: fours first, then at most one two,
 * then the odd primes. `[]` for size 1.
 */
export function radices(size: number): number[] {
  const found: number[] = [];
  let rest = size;
  while (rest % 4 === 0) {
    found.push(4);
    rest /= 4;
  }
  if (rest % 2 === 0) {
    found.push(2);
    rest /= 2;
  }
  for (let prime = 3; prime * prime <= rest; prime += 2) {
    while (rest % prime === 0) {
      found.push(prime);
      rest /= prime;
    }
  }
  if (rest > 1) found.push(rest);
  return found;
}

/**
 * The smallest number of at least `least` whose only prime factors are 2, 3 and 5: a size that transforms fast.
 *
 * @example
 * ```ts
 * fastSizeFrom(97); // 100
 * ```
 */
export function fastSizeFrom(least: number): number {
  for (let size = Math.max(1, Math.ceil(least)); ; size++) {
    let rest = size;
    for (const prime of [2, 3, 5]) while (rest % prime === 0) rest /= prime;
    if (rest === 1) return size;
  }
}
