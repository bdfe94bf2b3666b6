/// <reference types="@webgpu/types" preserve="true" />
import type { GatherJob } from "../../jobs/slice-jobs.js";
import type { Dispatch } from "../device/dispatch.js";
import { elementDispatch } from "../device/dispatch.js";
import type { JobMemory } from "../device/job-memory.js";
import { elementKernel } from "../device/kernel.js";
import { radiusLimit, sliceAxes, slicePlaces } from "./slice-axes.js";

const kernel = elementKernel({
  name: "reading slices",
  buffers: { grid: "read array<vec2f>", axes: "read array<vec4f>", output: "read_write array<vec2f>" },
  parameters: { n: "u32", padded: "u32", limit: "u32" },
  declarations: `${slicePlaces}
fn wrapped(a: i32) -> u32 { return u32(a + i32(parameters.padded)) % parameters.padded; }
fn sample(x: u32, y: i32, z: i32) -> vec2f {
  return grid[(wrapped(z) * parameters.padded + wrapped(y)) * (parameters.padded / 2u + 1u) + x];
}`,
  body: `
  let width = parameters.n / 2u + 1u;
  let u = i % width;
  let row = (i / width) % parameters.n;
  let slice = i / (width * parameters.n);
  let v = i32(row) - select(0, i32(parameters.n), 2u * row >= parameters.n);
  if (u * u + u32(v * v) >= parameters.limit) { output[i] = vec2f(0.0); return; }
  let steps = stepsOf(slice);
  var coarse = coarsePlace(steps, f32(u), f32(v));
  var fine = finePlace(steps, f32(u), f32(v));
  let side = select(1.0, -1.0, coarse.x + fine.x < 0.0);
  coarse *= side;
  fine *= side;
  let t = (coarse - floor(coarse)) + fine;
  let a = vec3i(floor(coarse) + floor(t));
  let w = fract(t);
  let last = parameters.padded / 2u;
  let x = u32(clamp(a.x, 0, i32(last)));
  let next = min(x + 1u, last);
  let low = mix(
    mix(sample(x, a.y, a.z), sample(next, a.y, a.z), w.x),
    mix(sample(x, a.y + 1, a.z), sample(next, a.y + 1, a.z), w.x),
    w.y,
  );
  let high = mix(
    mix(sample(x, a.y, a.z + 1), sample(next, a.y, a.z + 1), w.x),
    mix(sample(x, a.y + 1, a.z + 1), sample(next, a.y + 1, a.z + 1), w.x),
    w.y,
  );
  output[i] = mix(low, high, w.z) * vec2f(1.0, side);`,
});

/** The dispatch that reads slices out of a grid: an invocation for each coefficient. */
export function gatherDispatch(
  job: GatherJob,
  grid: GPUBuffer,
  to: GPUBuffer,
  slices: number,
  memory: JobMemory,
): Dispatch {
  const {
    boxSizePx: n,
    grid: { paddedSizePx: padded },
  } = job;
  return elementDispatch(kernel, [grid, memory.upload(sliceAxes(job)), to], {
    count: slices * n * (Math.floor(n / 2) + 1),
    n,
    padded,
    limit: radiusLimit(job),
  });
}
