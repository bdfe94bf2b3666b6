import { Convolution, LinePlan } from "./line-plan";
import { complex, imag, put, putExchangedTimes, putTimes, quartet, real } from "./quartet";
import { transform } from "./transform";
import { frequencyAt, placeOf } from "./walk";

/**
 * Transforms four lines whose size has a large prime factor, as a convolution with a chirp at a size that transforms fast
 * (Bluestein 1970, IEEE Trans. Audio Electroacoust. 18, 451).
 */
export function convolve(plan: LinePlan, work: usize, room: usize): void {
  const convolution = changetype<Convolution>(plan.convolution);
  const inner = changetype<LinePlan>(convolution.inner);
  const first = room;
  const second = room + <usize>inner.work;
  const rest = second + <usize>inner.work;
  const size = plan.size;
  const padded = inner.size;
  for (let j = 0; j < size; j++) {
    const at = work + <usize>j * quartet;
    putTimes(placeOf(inner, first, j), real(at), imag(at), convolution.chirp + <usize>j * complex);
  }
  const zero = f32x4.splat(0);
  for (let j = size; j < padded; j++) put(placeOf(inner, first, j), zero, zero);
  transform(inner, first, rest);
  for (let k = 0; k < padded; k++) {
    const at = frequencyAt(inner, first, k);
    putExchangedTimes(placeOf(inner, second, k), real(at), imag(at), convolution.kernel + <usize>k * complex);
  }
  transform(inner, second, rest);
  for (let j = 0; j < size; j++) {
    const at = frequencyAt(inner, second, j);
    putTimes(work + <usize>j * quartet, imag(at), real(at), convolution.chirp + <usize>j * complex);
  }
}
