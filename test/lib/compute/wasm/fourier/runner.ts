import { fourierPhases } from "../../../../../lib/src/compute/wasm/fourier/fourier-phases.js";
import type { FourierKind } from "../../../../../lib/src/compute/jobs/fourier-job.js";
import { nodeHost } from "../../../../../lib/src/compute/node/host.js";
import { kernelModule } from "../../../../../lib/src/compute/wasm/module.js";
import { newRoom } from "../../../../../lib/src/compute/wasm/room.js";
import type { Phase, Tables } from "../../../../../lib/src/compute/wasm/phase.js";

/** How a phase's blocks are handed out: all at once, or one at a time from the last to the first. */
export type Order = "at once" | "one by one, backwards";

export interface Transform {
  readonly kind: FourierKind;
  readonly shape: readonly number[];
  readonly batch?: number;
  readonly scale?: number;
  readonly inPlace?: boolean;
  readonly order?: Order;
}

const room = newRoom(await kernelModule(nodeHost(), { shared: true, fused: true }), true);
const { memory, kernels } = room;

let top = 1024;
const kept = new Map<string, number>();

function allocate(bytes: number): number {
  const at = Math.ceil(top / 64) * 64;
  top = at + bytes;
  const missing = Math.ceil((top - memory.buffer.byteLength) / 65536);
  if (missing > 0) memory.grow(missing);
  return at;
}

/** Tables as the engine keeps them. */
export const tables: Tables = {
  keep(key, make) {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const table = make();
    const at = allocate(table.byteLength);
    const bytes = new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
    new Uint8Array(memory.buffer, at, table.byteLength).set(bytes);
    kept.set(key, at);
    return at;
  },
};

/** Runs a job on one thread and returns what comes out. */
export function transform(data: ArrayLike<number>, job: Transform): Float32Array {
  const { kind, shape, batch = 1, scale = 1, order = "at once" } = job;
  const size = shape.at(-1)!;
  const lines = (batch * shape.reduce((a, b) => a * b, 1)) / size;
  const perLine =
    kind === "real-to-half" ? 2 * Math.floor(size / 2) + 2 : kind === "half-to-real" ? size : 2 * size;
  // guards on both sides catch what is written outside
  const guard = 64;
  const from = allocate(4 * data.length);
  const outside = allocate(4 * (lines * perLine + 2 * guard));
  const to = job.inPlace ? from : outside + 4 * guard;
  for (const phase of fourierPhases({ kind, shape, batch, from, to, scale }, tables))
    allocate(phase.scratchBytes);
  new Float32Array(memory.buffer, from, data.length).set(data);
  new Float32Array(memory.buffer, outside, lines * perLine + 2 * guard).fill(guardValue);
  for (const phase of fourierPhases({ kind, shape, batch, from, to, scale }, tables)) run(phase, order);
  const out = new Float32Array(memory.buffer, to, lines * perLine).slice();
  const around = new Float32Array(memory.buffer, outside, lines * perLine + 2 * guard);
  for (let i = 0; i < guard; i++) {
    if (around[i] !== guardValue || around[guard + lines * perLine + i] !== guardValue)
      throw new Error("written outside");
  }
  return out;
}

const guardValue = 12345;

function run(phase: Phase, order: Order): void {
  const args = allocate(8 * phase.args.length);
  const scratch = allocate(phase.scratchBytes);
  new Float64Array(memory.buffer, args, phase.args.length).set(phase.args);
  const kernel = kernels[phase.kernel]!;
  if (order === "at once") kernel(args, 0, phase.blocks, scratch);
  else for (let block = phase.blocks - 1; block >= 0; block--) kernel(args, block, block + 1, scratch);
}
