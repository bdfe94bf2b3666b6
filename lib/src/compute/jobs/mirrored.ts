/** The sample of an axis that stands for one up to two samples beyond it: the axis is mirrored about its border samples. */
export function mirrored(index: number, size: number): number {
  const last = size - 1;
  if (last === 0) return 0;
  const beyond = index < 0 ? -index : index > last ? 2 * last - index : index;
  return beyond < 0 ? -beyond : beyond > last ? 2 * last - beyond : beyond;
}
