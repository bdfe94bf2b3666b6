import type { Backend, OwnBackend } from "./backend.js";
import { loadHost } from "./host/load-host.js";
import { jsBackend } from "./js/backend.js";
import { backendOf } from "./wasm/backend.js";
import { startEngine } from "./wasm/engine.js";
import type { Engine } from "./wasm/engine.js";
import { webgpuBackend } from "./webgpu/index.js";

/** Options of {@link wasmBackend}. */
export interface WasmOptions {
  /** Threads that share large jobs; 0 for the calling thread alone. The processors this process may use. */
  readonly threads?: number;
  /**
   * Whether products and sums may be done in one step, rounded once. Default: true, which is faster where the processor has
   * such an instruction. Without it results are the same bytes on every machine.
   */
  readonly fused?: boolean;
}

/**
 * A backend of its own in WebAssembly. Most work is better done by {@link defaultBackend}, which all share.
 *
 * @throws WebAssembly.CompileError where SIMD is missing
 */
export async function wasmBackend(options: WasmOptions = {}): Promise<OwnBackend> {
  const engine = await engineWith(options);
  return { ...backendOf(engine), stop: () => engine.stop() };
}

/** The engine of plain arrays' transforms and of the default backend: one for the process, started on first use. */
let shared: Promise<Engine | undefined> | undefined;
let processor: Promise<Backend> | undefined;
let card: Promise<Backend | undefined> | undefined;
let chosen: Backend | undefined;

/** The shared engine, or nothing where WebAssembly has no SIMD. */
export function sharedEngine(): Promise<Engine | undefined> {
  return (shared ??= engineWith({}).catch(() => undefined));
}

/** The processor's backend: WebAssembly on all its cores, or plain TypeScript where that can't run. */
export function processorBackend(): Promise<Backend> {
  return (processor ??= sharedEngine().then((engine) =>
    engine === undefined ? jsBackend() : backendOf(engine),
  ));
}

/** The graphics card's backend, or nothing where there is no card that WebGPU reaches. */
function cardBackend(): Promise<Backend | undefined> {
  return (card ??= loadHost().then((host) =>
    host.mayHaveCard ? webgpuBackend().catch(() => undefined) : undefined,
  ));
}

/**
 * The backend that heavy operations use: what {@link useBackend} chose, or the graphics card where there is a real one, or the
 * processor's.
 *
 * @example
 * ```ts
 * const backend = await defaultBackend();
 * ["wasm", "webgpu"].includes(backend.name); // true
 * ```
 */
export async function defaultBackend(): Promise<Backend> {
  return chosen ?? (await cardBackend()) ?? processorBackend();
}

/** Makes `backend` the one that heavy operations use, or nothing the choice of the library's own again. Returns the undo. */
export function useBackend(backend: Backend | undefined): () => void {
  const before = chosen;
  chosen = backend;
  return () => {
    chosen = before;
  };
}

async function engineWith({ threads, fused = true }: WasmOptions): Promise<Engine> {
  const host = await loadHost();
  return startEngine(host, threads ?? host.cores, fused);
}
