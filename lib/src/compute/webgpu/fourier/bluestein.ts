/// <reference types="@webgpu/types" preserve="true" />
import { fastSizeFrom } from "../../js/fourier/lines/factors.js";
import { multiplyDispatch } from "../arrays/multiply.js";
import type { Dispatch } from "../device/dispatch.js";
import { elementDispatch } from "../device/dispatch.js";
import { complexProduct, elementKernel } from "../device/kernel.js";
import type { Kernel, ParameterType } from "../device/kernel.js";
import type { AxisJob, PlanRoom } from "./axis-job.js";
import { chirp, chirpSpectrum } from "./chirp.js";
import { passes } from "./passes.js";

/** Numbers of scratch that one set of lines may take: 64 MiB. */
const mostScratch = 2 ** 24;

/**
 * Transforms along an axis whose length has a large prime factor: as a convolution with a chirp, done at a smooth length
 * (Bluestein 1970, IEEE Trans. Audio Electroacoust. 18, 451). So many lines at a time that scratch stays small.
 */
export function bluestein(axis: AxisJob, room: PlanRoom): Dispatch[] {
  const { length, inner, outer } = axis;
  const padded = fastSizeFrom(2 * length - 1);
  const lines = outer * inner;
  const atOnce = Math.min(lines, Math.max(1, Math.floor(mostScratch / (2 * padded))));
  const held = room.memory.scratch(2 * padded * atOnce);
  const wave = room.memory.table(`chirp of ${length}`, () => chirp(length));
  const spectrum = room.memory.table(`spectrum of the chirp of ${length}`, () =>
    chirpSpectrum(length, padded),
  );
  const dispatches: Dispatch[] = [];
  for (let begin = 0; begin < lines; begin += atOnce) {
    const here = Math.min(atOnce, lines - begin);
    const ends = { begin, length, padded, inner, turned: axis.direction === "inverse" ? 1 : 0 };
    const line = { length: padded, inner: 1, outer: here, from: held, to: held, scale: 1 } as const;
    dispatches.push(
      elementDispatch(intoLines, [axis.from, wave, held], { count: here * padded, ...ends, scale: 1 }),
      ...passes({ ...line, direction: "forward" }, room),
      multiplyDispatch({
        a: held,
        b: spectrum,
        to: held,
        count: here * padded,
        period: padded,
        conjugate: false,
      }),
      ...passes({ ...line, direction: "inverse" }, room),
      elementDispatch(outOfLines, [held, wave, axis.to], {
        count: here * length,
        ...ends,
        scale: axis.scale,
      }),
    );
  }
  return dispatches;
}

const parameters = {
  begin: "u32",
  length: "u32",
  padded: "u32",
  inner: "u32",
  turned: "u32",
  scale: "f32",
} as const satisfies Readonly<Record<string, ParameterType>>;

/** Where element j of a line stands in the array, and how an inverse transform exchanges parts. */
const declarations = `${complexProduct}
fn place(line: u32, j: u32) -> u32 {
  return ((line / parameters.inner) * parameters.length + j) * parameters.inner + line % parameters.inner;
}
fn turned(a: vec2f) -> vec2f { return select(a, a.yx, parameters.turned == 1u); }`;

/** Lines times the chirp, filled up with zeros. */
const intoLines: Kernel = elementKernel({
  name: "lines times a chirp",
  buffers: { input: "read array<vec2f>", wave: "read array<vec2f>", output: "read_write array<vec2f>" },
  parameters,
  declarations,
  body: `
  let j = i % parameters.padded;
  let line = parameters.begin + i / parameters.padded;
  var value = vec2f(0.0);
  if (j < parameters.length) { value = product(turned(input[place(line, j)]), wave[j]) * parameters.scale; }
  output[i] = value;`,
});

/** The lines' first elements times the chirp, in neighbouring invocations what lies in neighbouring places of a line. */
const outOfLines: Kernel = elementKernel({
  name: "lines out of a chirp",
  buffers: { input: "read array<vec2f>", wave: "read array<vec2f>", output: "read_write array<vec2f>" },
  parameters,
  declarations,
  body: `
  let k = i % parameters.length;
  let line = i / parameters.length;
  let value = product(input[line * parameters.padded + k], wave[k]) * parameters.scale;
  output[place(parameters.begin + line, k)] = turned(value);`,
});
