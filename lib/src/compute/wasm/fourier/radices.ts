/** Largest prime that has a butterfly by its definition: above it a convolution with a chirp costs less. */
export const largestRadix = 199;

/**
 * Radices whose product is `size`, in the order of the passes: large powers of two first, then odd primes, least first.
 * `[]` for size 1.
 */
export function radicesOf(size: number): number[] {
  const found: number[] = [];
  let rest = size;
  let twos = 0;
  for (; rest % 2 === 0; rest /= 2) twos++;
  // eights, and fours where eights leave a factor of two over
  for (; twos % 2 === 1 && twos > 0; twos -= Math.min(3, twos)) found.push(2 ** Math.min(3, twos));
  for (; twos > 0; twos -= 2) found.push(4);
  for (let prime = 3; prime * prime <= rest; prime += 2) {
    for (; rest % prime === 0; rest /= prime) found.push(prime);
  }
  if (rest > 1) found.push(rest);
  return found;
}
