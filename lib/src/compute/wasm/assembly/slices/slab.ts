import { columnStep, rowStep } from "./slice-lines";
import { SliceJob } from "./slice-job";

/** Smallest step along z that is divided by: below it a row's z does not change by 1e-6 in all. */
const leastStep: f64 = 1e-9;

/** One over the size of a slice's step along z from column to column. */
// @ts-ignore: decorator
@inline
export function inverseStep(job: SliceJob, slice: i32): f64 {
  return 1 / max(Math.abs(columnStep(job, slice, 2)), leastStep);
}

/** z of the begin of a slice's rows per row, turned over where z falls along them, so that it always rises. */
// @ts-ignore: decorator
@inline
export function risingRowStep(job: SliceJob, slice: i32): f64 {
  return columnStep(job, slice, 2) < 0 ? -rowStep(job, slice, 2) : rowStep(job, slice, 2);
}

/** The column, 0 to `columns`, nearest to where a row crosses z = `edge`, rounded up. */
// @ts-ignore: decorator
@inline
export function columnAt(edge: f64, begin: f64, inverse: f64, columns: i32): i32 {
  const column = (edge - begin) * inverse;
  return column >= <f64>columns ? columns : column > 0 ? <i32>Math.ceil(column) : 0;
}
