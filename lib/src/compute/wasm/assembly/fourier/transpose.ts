import { highHalves, highPairs, lowHalves, lowPairs } from "./quartet";

/** Reads four numbers of each of four lines; writes number j of the four lines, as one vector, to `toj`. */
// @ts-ignore: decorator
@inline
export function gather4(
  line0: usize, line1: usize, line2: usize, line3: usize, to0: usize, to1: usize, to2: usize, to3: usize,
): void {
  const v0 = v128.load(line0);
  const v1 = v128.load(line1);
  const v2 = v128.load(line2);
  const v3 = v128.load(line3);
  const low01 = lowPairs(v0, v1);
  const low23 = lowPairs(v2, v3);
  const high01 = highPairs(v0, v1);
  const high23 = highPairs(v2, v3);
  v128.store(to0, lowHalves(low01, low23));
  v128.store(to1, highHalves(low01, low23));
  v128.store(to2, lowHalves(high01, high23));
  v128.store(to3, highHalves(high01, high23));
}

/** Writes four numbers to each of four lines, of which `vj` holds number j: the opposite of {@link gather4}. */
// @ts-ignore: decorator
@inline
export function scatter4(
  v0: v128, v1: v128, v2: v128, v3: v128, line0: usize, line1: usize, line2: usize, line3: usize,
): void {
  const low01 = lowPairs(v0, v1);
  const low23 = lowPairs(v2, v3);
  const high01 = highPairs(v0, v1);
  const high23 = highPairs(v2, v3);
  v128.store(line0, lowHalves(low01, low23));
  v128.store(line1, highHalves(low01, low23));
  v128.store(line2, lowHalves(high01, high23));
  v128.store(line3, highHalves(high01, high23));
}

/** Writes one complex number to each of four lines. */
// @ts-ignore: decorator
@inline
export function scatterComplex(re: v128, im: v128, line0: usize, line1: usize, line2: usize, line3: usize): void {
  const low = lowPairs(re, im);
  const high = highPairs(re, im);
  v128.store64_lane(line0, low, 0);
  v128.store64_lane(line1, low, 1);
  v128.store64_lane(line2, high, 0);
  v128.store64_lane(line3, high, 1);
}

/** One number of each of four lines. */
// @ts-ignore: decorator
@inline
export function gatherReal(line0: usize, line1: usize, line2: usize, line3: usize): v128 {
  let v = v128.load32_zero(line0);
  v = v128.load32_lane(line1, v, 1);
  v = v128.load32_lane(line2, v, 2);
  return v128.load32_lane(line3, v, 3);
}

/** Writes one number to each of four lines. */
// @ts-ignore: decorator
@inline
export function scatterReal(v: v128, line0: usize, line1: usize, line2: usize, line3: usize): void {
  v128.store32_lane(line0, v, 0);
  v128.store32_lane(line1, v, 1);
  v128.store32_lane(line2, v, 2);
  v128.store32_lane(line3, v, 3);
}
