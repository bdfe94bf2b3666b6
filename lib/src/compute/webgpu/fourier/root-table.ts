/// <reference types="@webgpu/types" preserve="true" />
import type { JobMemory } from "../device/job-memory.js";
import { unitRootInto } from "../../js/fourier/lines/unit-root.js";

/**
 * The roots of unity that a pass of length `part` needs, as its kernel binds them: `exp(-2 pi i k / of)` for k below `of`, or none
 * where nothing is turned. Made in double precision: a shader's own sines are good to a few digits only.
 */
export function rootTable(memory: JobMemory, part: number, of: number, twiddled: boolean): GPUBuffer[] {
  if (part === 1 && !twiddled) return [];
  return [memory.table(`roots of ${of}`, () => roots(of))];
}

function roots(of: number): Float32Array<ArrayBuffer> {
  const root = new Float64Array(2);
  const table = new Float32Array(2 * of);
  for (let k = 0; k < of; k++) {
    unitRootInto(root, 0, k, of);
    table.set(root, 2 * k);
  }
  return table;
}
