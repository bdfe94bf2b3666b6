/**
 * Expands PackBits: runs of one byte, and bytes as they are. Stops when `out` is full.
 *
 * @returns how many bytes of `out` were filled
 */
export function decodePackBits(input: Uint8Array, out: Uint8Array): number {
  let [from, to] = [0, 0];
  while (from < input.length && to < out.length) {
    const head = input[from++]!;
    if (head < 128) {
      const run = Math.min(head + 1, input.length - from, out.length - to);
      for (let i = 0; i < run; i++) out[to++] = input[from + i]!;
      from += head + 1;
    } else if (head > 128 && from < input.length) {
      const end = Math.min(out.length, to + 257 - head);
      out.fill(input[from++]!, to, end);
      to = end;
    }
  }
  return to;
}
