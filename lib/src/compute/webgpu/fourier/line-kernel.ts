import { complexProduct, kernel } from "../device/kernel.js";
import type { Kernel, KernelParts } from "../device/kernel.js";
import { butterflies } from "./butterflies.js";
import { radicesOf } from "./lengths.js";
import { endParameters, loads, stores } from "./line-ends.js";
import type { LineEnds } from "./line-ends.js";

/**
 * One pass over all lines of an axis: transforms of `length` elements inside a workgroup, several lines at a time
 * (Stockham's order, after Cochran et al. 1967, Proc. IEEE 55, 1664). A line longer than that takes several passes, whose
 * transforms are joined by twiddle factors.
 */
export interface LineShape extends LineEnds {
  /** Elements of a transform. */
  readonly length: number;
  /** Lines that a workgroup has in hand. */
  readonly lanes: number;
  /** Whether neighbouring invocations read from neighbouring lines rather than along a line; and so for writing. */
  readonly readAcross: boolean;
  readonly writeAcross: boolean;
  /** Whether results are multiplied by the twiddle factors of a further pass. */
  readonly twiddled: boolean;
  /** Whether the lines are written over themselves. */
  readonly inPlace: boolean;
}

const mostThreads = 256;

/** Invocations for a block of lines: each has about eight elements in hand. */
function threadsFor(elements: number): number {
  let threads = 32;
  while (threads < mostThreads && threads * 8 < elements) threads *= 2;
  return threads;
}

/** The kernel of a pass. */
export function lineKernel(shape: LineShape): Kernel {
  const { length, lanes, readAcross, writeAcross, twiddled, inPlace } = shape;
  const elements = length * lanes;
  const threads = threadsFor(elements);
  const radices = radicesOf(length);
  const source = inPlace ? "output" : "input";
  const walk = (across: boolean, body: string): string => `
  for (var e = thread; e < ${elements}u; e += threads) {
    let lane = ${across ? `e % ${lanes}u` : `e / ${length}u`};
    let j = ${across ? `e / ${lanes}u` : `e % ${length}u`};
    let line = group * ${lanes}u + lane;
    if (line < parameters.lines) { ${body} }
  }`;
  const needsTable = radices.length > 0 || twiddled;
  const buffers: KernelParts["buffers"] = {
    ...(inPlace ? {} : { input: shape.from === "real" ? "read array<f32>" : "read array<vec2f>" }),
    output: shape.to === "real" ? "read_write array<f32>" : "read_write array<vec2f>",
    ...(needsTable ? { roots: "read array<vec2f>" } : {}),
  };
  return kernel({
    name: `transform of ${length}`,
    threads,
    buffers,
    parameters: { lines: "u32", ...endParameters, spread: "u32" },
    declarations: `
var<workgroup> held: array<vec2f, ${elements}>;
fn place(j: u32, lane: u32) -> u32 { return j * ${lanes}u + lane; }
${complexProduct}
${butterflies(radices)}
${loads(shape, source)}
${stores(shape, { length, twiddled })}`,
    body: [
      walk(readAcross, "held[place(j, lane)] = load(line, j);"),
      "  workgroupBarrier();",
      ...steps(radices, shape, threads),
      walk(
        writeAcross,
        `store(line, j, held[place(j, lane)], held[place((${length}u - j) % ${length}u, lane)]);`,
      ),
    ].join("\n"),
  });
}

/** The steps of a transform, one per radix; those of one radix that follow one another are a loop. */
function steps(radices: readonly number[], { length, lanes }: LineShape, threads: number): string[] {
  let before = 1;
  return [...new Set(radices)].map((radix) => {
    const end = before * radix ** radices.filter((one) => one === radix).length;
    const begin = before;
    before = end;
    const body = step(radix, length, lanes, threads);
    return end === begin * radix
      ? `  { let before = ${begin}u;${body}  }`
      : `  for (var before = ${begin}u; before < ${end}u; before *= ${radix}u) {${body}  }`;
  });
}

/** One step, after which `before * radix` elements make a finished transform: all elements are read before any is written. */
function step(radix: number, length: number, lanes: number, threads: number): string {
  const count = (length / radix) * lanes;
  const rounds = Array.from({ length: Math.ceil(count / threads) }, (_, round) => round);
  const outputs = Array.from({ length: radix }, (_, k) => k);
  const read = rounds.map((round) => {
    const inputs = outputs.map((j) => `held[x${round} + ${j * count}u]`);
    return `
    let i${round} = thread + ${round * threads}u;
    let x${round} = min(i${round}, ${count - 1}u);
    let y${round} = dft${radix}(array<vec2f, ${radix}>(${inputs.join(", ")}));`;
  });
  const write = rounds.map((round) => {
    const others = outputs.slice(1);
    const written = others.map(
      (k) => `held[start + ${k * lanes}u * before] = product(y${round}[${k}], roots[${k}u * turn]);`,
    );
    return `
    if (i${round} < ${count}u) {
      let lane = i${round} % ${lanes}u;
      let part = i${round} / ${lanes}u;
      let turn = (part / before) * before * parameters.spread;
      let start = place(part % before + (part / before) * ${radix}u * before, lane);
      held[start] = y${round}[0];
      ${written.join("\n      ")}
    }`;
  });
  return `${read.join("")}
    workgroupBarrier();${write.join("")}
    workgroupBarrier();
`;
}
