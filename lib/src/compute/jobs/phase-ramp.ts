/**
 * `exp(-2 pi i k shift / size)` for the first `count` frequencies of an axis of `size` elements in the order of a transform,
 * interleaved; k is signed. At Nyquist, which is `size / 2` and `-size / 2` at once, it is the mean of both, a real number, so
 * that transforms of real data stay such. Angles are reduced to one turn before the sine: large shifts keep their accuracy.
 */
export function phaseRamp(size: number, count: number, shift: number): Float64Array {
  const ramp = new Float64Array(2 * count);
  for (let index = 0; index < count; index++) {
    const k = 2 * index < size ? index : index - size;
    const turns = (k * shift) / size;
    const angle = -2 * Math.PI * (turns - Math.round(turns));
    ramp[2 * index] = Math.cos(angle);
    ramp[2 * index + 1] = 2 * index === size ? 0 : Math.sin(angle);
  }
  return ramp;
}
