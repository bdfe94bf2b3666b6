/** Sum of products. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** How far `<A x, y>` is from `<x, A* y>`, as a share of the largest that they could be: `|A x| |y|`. */
export function adjointError(
  [x, forward]: readonly [ArrayLike<number>, ArrayLike<number>],
  [y, backward]: readonly [ArrayLike<number>, ArrayLike<number>],
): number {
  const scale = Math.sqrt(dot(forward, forward) * dot(y, y));
  return Math.abs(dot(forward, y) - dot(x, backward)) / scale;
}
