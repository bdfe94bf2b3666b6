/** What `clearNumbers` is told, in the order of its arguments. */
@unmanaged
class ClearArgs {
  array: f64;
  length: f64;
  perBlock: f64;
}

/** Sets float32 numbers to 0. */
export function clearNumbers(args: usize, first: i32, last: i32, _scratch: usize): void {
  const job = changetype<ClearArgs>(args);
  const begin = <usize>first * <usize>job.perBlock;
  const end = min(<usize>last * <usize>job.perBlock, <usize>job.length);
  memory.fill(<usize>job.array + (begin << 2), 0, (end - begin) << 2);
}
