import { OddRadix } from "./line-plan";
import { add, compact, complex, imag, plain, put, putExchangedTimes, putTurned, quartet, real, wide } from "./quartet";
import { sortedTransform } from "./transform";

/**
 * The butterfly of a prime as a cyclic convolution: elements in the order of the powers of a generator, with the roots in the
 * opposite order (Rader 1968, Proc. IEEE 56, 1107). The convolution is a product between two transforms of `radix - 1` quartets.
 */
export function raderButterfly(
  radix: i32, from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, kind: i32, odd: OddRadix, room: usize,
): void {
  const line = room;
  const end = line + <usize>(radix - 1) * quartet;
  const zeroR = real(from);
  const zeroI = imag(from);
  let powers = odd.powers;
  for (let at = line; at != end; at += quartet) {
    const element = from + <usize>load<i32>(powers) * fromStep;
    put(at, real(element), imag(element));
    powers += 4;
  }
  sortedTransform(odd.pass, odd.passes, radix - 1, line, end);
  put(to, add(zeroR, real(line)), add(zeroI, imag(line)));
  let factor = odd.kernel;
  for (let at = line; at != end; at += quartet) {
    putExchangedTimes(at, real(at), imag(at), factor);
    factor += complex;
  }
  // what is added to frequency 0 of the convolution is added to all of its results
  put(line, add(zeroI, real(line)), add(zeroR, imag(line)));
  sortedTransform(odd.pass, odd.passes, radix - 1, line, end);
  if (kind == wide) leave(line, end, to, toStep, powers, twiddles, wide);
  else if (kind == compact) leave(line, end, to, toStep, powers, twiddles, compact);
  else leave(line, end, to, toStep, powers, twiddles, plain);
}

/** Writes the results, which lie in the order of the powers of the inverse of the generator. */
// @ts-ignore: decorator
@inline
function leave(line: usize, end: usize, to: usize, toStep: usize, powers: usize, twiddles: usize, kind: i32): void {
  for (let at = line; at != end; at += quartet) {
    const frequency = <usize>load<i32>(powers);
    putTurned(to + frequency * toStep, imag(at), real(at), twiddles, frequency, kind);
    powers += 4;
  }
}
