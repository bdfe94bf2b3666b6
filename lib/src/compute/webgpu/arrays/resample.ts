/// <reference types="@webgpu/types" preserve="true" />
import type { Interpolation, ResampleJob } from "../../jobs/array-jobs.js";
import type { Dispatch } from "../device/dispatch.js";
import { elementDispatch } from "../device/dispatch.js";
import type { JobMemory } from "../device/job-memory.js";
import { elementKernel } from "../device/kernel.js";
import type { Kernel } from "../device/kernel.js";
import { splitNumbers } from "./split-numbers.js";

/** The samples on an axis that each interpolation takes, the first of them, and their weights at `t` of the way to the next one. */
const taps: Readonly<
  Record<Interpolation, { readonly count: number; readonly first: number; readonly weights: string }>
> = {
  nearest: { count: 1, first: 0, weights: "return array<f32, 1>(1.0);" },
  linear: { count: 2, first: 0, weights: "return array<f32, 2>(1.0 - t, t);" },
  cubic: {
    count: 4,
    first: -1,
    weights: `
  let s = 1.0 - t;
  let near = 2.0 / 3.0 - t * t * (1.0 - 0.5 * t);
  let next = 2.0 / 3.0 - s * s * (1.0 - 0.5 * s);
  return array<f32, 4>(s * s * s / 6.0, near, next, t * t * t / 6.0);`,
  },
};

const resampleKernels: Readonly<Record<Interpolation, Kernel>> = {
  nearest: resampleKernel("nearest"),
  linear: resampleKernel("linear"),
  cubic: resampleKernel("cubic"),
};

/**
 * A point of the result is read at `below + t`. `lattice` holds the matrix in two parts and the place of the origin likewise, so
 * that `t` is right to the last digit in an array of any size.
 */
function resampleKernel(interpolation: Interpolation): Kernel {
  const { count, first, weights } = taps[interpolation];
  const rounding = interpolation === "nearest" ? 0.5 : 0;
  return elementKernel({
    name: `resampling, ${interpolation}`,
    buffers: { input: "read array<f32>", lattice: "read array<f32>", output: "read_write array<f32>" },
    parameters: { nz: "u32", ny: "u32", nx: "u32" },
    declarations: `
fn row(at: u32) -> vec3f { return vec3f(lattice[at], lattice[at + 1u], lattice[at + 2u]); }
fn times(at: u32, p: vec3f) -> vec3f { return vec3f(dot(row(at), p), dot(row(at + 3u), p), dot(row(at + 6u), p)); }
fn mirrored(index: i32, size: i32) -> u32 {
  let last = size - 1;
  if (last == 0) { return 0u; }
  let once = select(select(index, 2 * last - index, index > last), -index, index < 0);
  return u32(select(select(once, 2 * last - once, once > last), -once, once < 0));
}
fn isWithin(below: vec3i, t: vec3f, size: vec3i) -> bool {
  let low = (below >= vec3i(0)) | ((below == vec3i(-1)) & (t >= vec3f(0.5)));
  let high = (below < size - 1) | ((below == size - 1) & (t < vec3f(0.5)));
  return all(low & high);
}
fn weigh(t: f32) -> array<f32, ${count}> { ${weights} }`,
    body: `
  let size = vec3i(i32(parameters.nx), i32(parameters.ny), i32(parameters.nz));
  let at = vec3i(vec3u(i % parameters.nx, (i / parameters.nx) % parameters.ny, i / (parameters.nx * parameters.ny)));
  let p = vec3f(at - size / 2);
  let coarse = times(0u, p);
  let t = (coarse - floor(coarse)) + (times(9u, p) + row(21u));
  let below = vec3i(floor(coarse) + floor(t) + row(18u));
  if (!isWithin(below, fract(t), size)) { output[i] = 0.0; return; }
  let rounded = fract(t) + ${rounding.toFixed(1)};
  let start = below + vec3i(floor(rounded)) + ${first};
  let wx = weigh(fract(rounded.x));
  let wy = weigh(fract(rounded.y));
  let wz = weigh(fract(rounded.z));
  var sum = 0.0;
  for (var k = 0; k < ${count}; k++) {
    let plane = mirrored(start.z + k, size.z) * parameters.ny;
    for (var j = 0; j < ${count}; j++) {
      let line = (plane + mirrored(start.y + j, size.y)) * parameters.nx;
      var along = 0.0;
      for (var h = 0; h < ${count}; h++) { along += wx[h] * input[line + mirrored(start.x + h, size.x)]; }
      sum += wz[k] * wy[j] * along;
    }
  }
  output[i] = sum;`,
  });
}

/** The dispatch of a resampling. */
export function resampleDispatch(
  { shape, matrix, offset, interpolation }: ResampleJob,
  from: GPUBuffer,
  to: GPUBuffer,
  memory: JobMemory,
): Dispatch {
  const [nz, ny, nx] = shape;
  const largest = matrix.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  const { coarse, fine } = splitNumbers(matrix, largest * (nx + ny + nz));
  const places = [nx, ny, nz].map((size, axis) => Math.floor(size / 2) + offset[axis]!);
  const whole = places.map(Math.floor);
  const rest = places.map((place, axis) => place - whole[axis]!);
  const lattice = memory.upload(Float32Array.from([...coarse, ...fine, ...whole, ...rest]));
  return elementDispatch(resampleKernels[interpolation], [from, lattice, to], {
    count: nx * ny * nz,
    nz,
    ny,
    nx,
  });
}
