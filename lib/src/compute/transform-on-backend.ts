import { startTask } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import type { FourierKind } from "./jobs/fourier-job.js";
import { sharedEngine } from "./choose.js";
import { transformArrays } from "./js/fourier/transform.js";
import { copyIn, copyOut } from "./wasm/copy-in-blocks.js";
import type { Engine } from "./wasm/engine.js";
import { fourierPhases } from "./wasm/fourier/fourier-phases.js";
import { residents } from "./wasm/residents.js";

/** A batch of transforms of plain arrays in single precision; `to` may be `from` where both are complex. */
export interface PlainFourierJob {
  readonly kind: FourierKind;
  readonly shape: readonly number[];
  readonly batch: number;
  readonly from: Float32Array;
  readonly to: Float32Array;
  readonly scale: number;
}

/**
 * Transforms plain arrays by the processor's kernels: copied in, transformed, copied out. `from` is not written to. What does not fit into the
 * kernels' 4 GiB is transformed by plain TypeScript.
 */
export async function transformOnBackend(job: PlainFourierJob, options: TaskOptions): Promise<void> {
  const engine = await sharedEngine();
  const { kind, from, to } = job;
  if (engine === undefined || 4 * (from.length + to.length) > mostBytes) {
    const overwritten = kind === "half-to-real" && job.shape.length > 1;
    return transformArrays(overwritten ? { ...job, from: from.slice() } : job, options);
  }
  await transformByKernels(engine, job, options);
}

/** What the kernels can hold of one job, in bytes: 4 GiB less room for tables and scratch. */
const mostBytes = 3.5 * 2 ** 30;

async function transformByKernels(
  engine: Engine,
  { kind, shape, batch, from, to, scale }: PlainFourierJob,
  options: TaskOptions,
): Promise<void> {
  const task = startTask(options);
  const { allocate, release, pointerOf } = residents(engine, { cleared: false });
  const inPlace = kind === "forward" || kind === "inverse";
  const source = allocate(from.length, "Fourier transform");
  let target = source;
  try {
    if (!inPlace) target = allocate(to.length, "Fourier transform");
    await copyIn(engine, pointerOf(source), from, task);
    const places = { from: pointerOf(source), to: pointerOf(target) };
    const phases = fourierPhases({ kind, shape, batch, ...places, scale }, engine.tables);
    await engine.run(phases, "Fourier transform", Math.max(from.length, to.length), options);
    await copyOut(engine, pointerOf(target), to, task);
  } finally {
    release(source, target);
  }
}
