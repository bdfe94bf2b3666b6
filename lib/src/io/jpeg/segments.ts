import type { PrefixCode } from "./tables.js";
import { detailCode, meanCode, zigzag } from "./tables.js";

/** Marks of the segments that stand before the blocks. */
const mark = { start: 0xd8, jfif: 0xe0, steps: 0xdb, frame: 0xc0, codes: 0xc4, scan: 0xda } as const;

/** All that stands before the blocks of a picture: its sides and components, their steps, and the codes. */
export function frameSegments(
  [ny, nx]: readonly [ny: number, nx: number],
  components: number,
  steps: readonly [brightness: Uint8Array, colour: Uint8Array],
): Uint8Array {
  const numbers = Array.from({ length: components }, (_, i) => i + 1);
  const isColour = (number: number): 0 | 1 => (number === 1 ? 0 : 1);
  return Uint8Array.from([
    0xff,
    mark.start,
    ...segment(mark.jfif, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(
      mark.steps,
      steps.slice(0, components).flatMap((table, i) => [i, ...zigzag.map((place) => table[place]!)]),
    ),
    ...segment(mark.frame, [
      8,
      ...twoBytes(ny),
      ...twoBytes(nx),
      components,
      ...numbers.flatMap((number) => [number, 0x11, isColour(number)]),
    ]),
    ...segment(mark.codes, [0x00, ...codeTable(meanCode), 0x10, ...codeTable(detailCode)]),
    ...segment(mark.scan, [components, ...numbers.flatMap((number) => [number, 0x00]), 0, 63, 0]),
  ]);
}

function segment(kind: number, body: readonly number[]): number[] {
  return [0xff, kind, ...twoBytes(body.length + 2), ...body];
}

function codeTable({ counts, symbols }: PrefixCode): number[] {
  return [...counts, ...symbols];
}

function twoBytes(value: number): [number, number] {
  return [value >> 8, value & 0xff];
}
