/** Primes that lines are split by inside a workgroup; a length with another one is transformed as a convolution. */
const shortPrimes = [2, 3, 5, 7, 11, 13] as const;

/** Whether a length has small prime factors only. */
export function isSmooth(length: number): boolean {
  let rest = length;
  for (const prime of shortPrimes) while (rest % prime === 0) rest /= prime;
  return rest === 1;
}

/** The radices of a smooth length, in the order of their steps: as many eights as can be, but two fours before an eight and a two. */
export function radicesOf(length: number): number[] {
  let twos = 0;
  let rest = length;
  for (; rest % 2 === 0; rest /= 2) twos++;
  const fours = twos % 3 === 1 && twos > 1 ? 2 : twos % 3 === 2 ? 1 : 0;
  const eights = Math.floor((twos - 2 * fours) / 3);
  const radices = [...Array<number>(eights).fill(8), ...Array<number>(fours).fill(4)];
  if (twos === 1) radices.push(2);
  for (const prime of shortPrimes.slice(1)) for (; rest % prime === 0; rest /= prime) radices.push(prime);
  return radices;
}

/** The most passes that a line is cut into: three of 512 make 2^27, more than an array holds. */
const mostPasses = 4;

/**
 * The lengths of the passes that a smooth line is cut into, whose product it is: one of at most `whole`, or the fewest of at
 * most `part`, about equal.
 */
export function splitLine(length: number, whole: number, part: number): number[] {
  if (length <= whole) return [length];
  for (let passes = 2; passes <= mostPasses; passes++) {
    const split = factorise(length, part, passes);
    if (split !== undefined) return split;
  }
  throw new RangeError(`a line of ${length} elements can't be cut into passes of ${part}`);
}

/** `length` as a product of `count` factors of at most `most`, each as near to the others as can be. */
function factorise(length: number, most: number, count: number): number[] | undefined {
  if (count === 1) return length <= most ? [length] : undefined;
  const ideal = length ** (1 / count);
  const factors: number[] = [];
  for (let factor = 1; factor <= most; factor++) if (length % factor === 0) factors.push(factor);
  factors.sort((a, b) => Math.abs(Math.log(a / ideal)) - Math.abs(Math.log(b / ideal)));
  for (const factor of factors) {
    const others = factorise(length / factor, most, count - 1);
    if (others !== undefined) return [factor, ...others];
  }
  return undefined;
}
