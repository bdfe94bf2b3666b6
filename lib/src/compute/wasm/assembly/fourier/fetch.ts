/** Most bytes that are fetched ahead: half of the first cache. */
const most: usize = 16384;

/**
 * Reads one number of each line of a cache from `at` to `end`, for no other purpose than to have the lines come all at once rather
 * than one after the other when they are needed. What it read goes to `sink`, or the reading would be left out.
 */
export function fetch(at: usize, end: usize, sink: usize): void {
  if (end - at > most) return;
  let all = 0;
  for (; at < end; at += 64) all |= load<i32>(at);
  store<i32>(sink, all);
}
