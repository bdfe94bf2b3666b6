import type { Backend } from "../backend.js";
import { requireRange } from "../jobs/check-array-job.js";
import { checkFourierJob } from "../jobs/check-fourier-job.js";
import { arrayOperations } from "./array-operations.js";
import type { Engine } from "./engine.js";
import { fourierPhases } from "./fourier/fourier-phases.js";
import { residents } from "./residents.js";
import { sliceOperations } from "./slice-operations.js";

/** How far transforms may be from double precision: times log2 N, in relative L2 norm. */
const tolerance = 2e-7;

/** The backend of kernels in WebAssembly: SIMD of four numbers, threads over shared memory. */
export function backendOf(engine: Engine): Backend {
  const { allocate, release, pointerOf } = residents(engine);
  return {
    name: "wasm",
    device: `WebAssembly, ${engine.threads} ${engine.threads === 1 ? "thread" : "threads"}`,
    tolerance,
    allocate,
    release,
    write(to, numbers, at = 0) {
      requireRange("write", to, at, numbers.length);
      engine.floats(pointerOf(to) + 4 * at, numbers.length).set(numbers);
    },
    async read(from, into, at = 0) {
      requireRange("read", from, at, into.length);
      into.set(engine.floats(pointerOf(from) + 4 * at, into.length));
      return into;
    },
    async fourier(job, options) {
      const lengths = checkFourierJob(job);
      const { kind, shape, batch, from, to, scale } = job;
      const phases = fourierPhases(
        { kind, shape, batch, from: pointerOf(from), to: pointerOf(to), scale },
        engine.tables,
      );
      await engine.run(phases, "Fourier transform", Math.max(...lengths), options);
    },
    ...arrayOperations(engine, pointerOf),
    ...sliceOperations(engine, { allocate, pointerOf }),
  };
}
