/// <reference types="@webgpu/types" preserve="true" />
import type { ShiftJob } from "../../jobs/array-jobs.js";
import { phaseRamp } from "../../jobs/phase-ramp.js";
import type { Dispatch } from "../device/dispatch.js";
import { elementDispatch } from "../device/dispatch.js";
import type { JobMemory } from "../device/job-memory.js";
import { complexProduct, elementKernel } from "../device/kernel.js";

const kernel = elementKernel({
  name: "phase ramps",
  buffers: { ramps: "read array<vec2f>", spectra: "read_write array<vec2f>" },
  parameters: { nz: "u32", ny: "u32", width: "u32" },
  declarations: complexProduct,
  body: `
  let x = i % parameters.width;
  let y = (i / parameters.width) % parameters.ny;
  let plane = i / (parameters.width * parameters.ny);
  let z = plane % parameters.nz;
  let own = (plane / parameters.nz) * (parameters.nz + parameters.ny + parameters.width);
  let slow = product(ramps[own + z], ramps[own + parameters.nz + y]);
  spectra[i] = product(spectra[i], product(slow, ramps[own + parameters.nz + parameters.ny + x]));`,
});

/** The dispatch of a shift. Its ramps are made in double precision, one per axis and array. */
export function shiftDispatch(
  { shape, batch, shifts }: ShiftJob,
  spectra: GPUBuffer,
  memory: JobMemory,
): Dispatch {
  const [nz, ny, nx] = [shape.at(-3) ?? 1, shape.at(-2) ?? 1, shape.at(-1)!];
  const width = Math.floor(nx / 2) + 1;
  const length = 2 * (nz + ny + width);
  const ramps = new Float32Array(batch * length);
  for (let index = 0; index < batch; index++) {
    const along = (axis: number): number => (axis < 0 ? 0 : shifts[index * shape.length + axis]!);
    const last = shape.length - 1;
    const start = index * length;
    ramps.set(phaseRamp(nz, nz, along(last - 2)), start);
    ramps.set(phaseRamp(ny, ny, along(last - 1)), start + 2 * nz);
    ramps.set(phaseRamp(nx, width, along(last)), start + 2 * (nz + ny));
  }
  const count = batch * nz * ny * width;
  return elementDispatch(kernel, [memory.upload(ramps), spectra], { count, nz, ny, width });
}
