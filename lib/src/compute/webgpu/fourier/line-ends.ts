import type { ParameterType } from "../device/kernel.js";

/**
 * What lies at an end of a line: complex numbers, or two rows of real numbers, or two half spectra of such. Two real rows make
 * one complex line, `a + i b`, and are told apart again by the symmetry of their spectra.
 */
export type LineEnd = "complex" | "real" | "half";

/** How lines are read and written. */
export interface LineEnds {
  readonly from: LineEnd;
  readonly to: LineEnd;
  /** Whether real and imaginary parts change places on reading, on writing: on both, it makes a transform an inverse one. */
  readonly swapIn: boolean;
  readonly swapOut: boolean;
}

/**
 * What the functions below are told. Complex lines: column `c` of block `o` begins at `o span + c`, its elements `columns` apart;
 * results go to `step` apart. Real ones: `rows` rows of `size` elements.
 */
export const endParameters: Readonly<
  Record<"span" | "columns" | "step" | "rows" | "size" | "scale", ParameterType>
> = {
  span: "u32",
  columns: "u32",
  step: "u32",
  rows: "u32",
  size: "u32",
  scale: "f32",
};

/** Function `load(line, j)` in WGSL: element j of a line of buffer `source`. */
export function loads({ from, swapIn }: LineEnds, source: string): string {
  const swap = swapIn ? ".yx" : "";
  switch (from) {
    case "complex":
      return `
fn load(line: u32, j: u32) -> vec2f {
  let block = line / parameters.columns;
  return ${source}[block * parameters.span + line % parameters.columns + j * parameters.columns]${swap};
}`;
    case "real":
      return `
fn sample(row: u32, j: u32) -> f32 {
  if (row < parameters.rows) { return ${source}[row * parameters.size + j]; }
  return 0.0;
}
fn load(line: u32, j: u32) -> vec2f { return vec2f(sample(2u * line, j), sample(2u * line + 1u, j))${swap}; }`;
    case "half":
      return `
fn coefficient(row: u32, k: u32) -> vec2f {
  if (row >= parameters.rows) { return vec2f(0.0); }
  let value = ${source}[row * (parameters.size / 2u + 1u) + k];
  let isReal = k == 0u || 2u * k == parameters.size;
  return select(value, vec2f(value.x, 0.0), isReal);
}
fn load(line: u32, j: u32) -> vec2f {
  let mirrored = 2u * j > parameters.size;
  let k = select(j, parameters.size - j, mirrored);
  let side = vec2f(1.0, select(1.0, -1.0, mirrored));
  let a = coefficient(2u * line, k) * side;
  let b = coefficient(2u * line + 1u, k) * side;
  return vec2f(a.x - b.y, a.y + b.x)${swap};
}`;
  }
}

/** Function `store(line, k, value, mate)` in WGSL: result k of a line into buffer `output`, where `mate` is result `-k`. */
export function stores(
  { to, swapOut }: LineEnds,
  { length, twiddled }: { readonly length: number; readonly twiddled: boolean },
): string {
  const swap = swapOut ? ".yx" : "";
  switch (to) {
    case "complex":
      return `
fn store(line: u32, k: u32, value: vec2f, mate: vec2f) {
  let block = line / parameters.columns;
  let p = (line % parameters.columns) / parameters.step;
  let q = line % parameters.step;
  let at = block * parameters.span + (p * ${length}u + k) * parameters.step + q;
  output[at] = parameters.scale * ${twiddled ? "product(value, roots[p * k])" : "value"}${swap};
}`;
    case "real":
      return `
fn store(line: u32, k: u32, value: vec2f, mate: vec2f) {
  let rows = parameters.scale * value${swap};
  output[2u * line * parameters.size + k] = rows.x;
  if (2u * line + 1u < parameters.rows) { output[(2u * line + 1u) * parameters.size + k] = rows.y; }
}`;
    case "half":
      return `
fn store(line: u32, k: u32, value: vec2f, mate: vec2f) {
  if (2u * k > parameters.size) { return; }
  let half = 0.5 * parameters.scale;
  let at = 2u * line * (parameters.size / 2u + 1u) + k;
  output[at] = half * vec2f(value.x + mate.x, value.y - mate.y);
  if (2u * line + 1u < parameters.rows) {
    output[at + parameters.size / 2u + 1u] = half * vec2f(value.y + mate.y, mate.x - value.x);
  }
}`;
  }
}
