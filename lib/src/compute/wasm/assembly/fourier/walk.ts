import { LinePlan } from "./line-plan";
import { imag, put, quartet, real } from "./quartet";

/** Where element `index` of a line enters its work space. */
// @ts-ignore: decorator
@inline
export function placeOf(plan: LinePlan, work: usize, index: i32): usize {
  return work + <usize>(index / plan.tail) * <usize>plan.pitch + <usize>(index % plan.tail) * quartet;
}

/** Where frequency `index` of a line is found in its work space. */
// @ts-ignore: decorator
@inline
export function frequencyAt(plan: LinePlan, work: usize, index: i32): usize {
  return entry(plan.offsets, index % plan.blocks, work) + <usize>(index / plan.blocks) * quartet;
}

/** Number `index` of a table of offsets, from `work`. */
// @ts-ignore: decorator
@inline
export function entry(table: usize, index: i32, work: usize): usize {
  return work + <usize>load<i32>(table + (<usize>index << 2));
}

/** Copies frequency 0 to where its mirror image is looked for: behind the first block. */
// @ts-ignore: decorator
@inline
export function copyZero(plan: LinePlan, work: usize): void {
  put(work + <usize>plan.tail * quartet, real(work), imag(work));
}
