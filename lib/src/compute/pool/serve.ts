/** What a worker is told first: where the kernels' code and memory are. */
export interface Setup {
  readonly kind: "setup";
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

/** One phase as a worker sees it: where its arguments lie, and its own scratch. */
export interface Step {
  readonly kernel: string;
  readonly args: number;
  readonly blocks: number;
}

/**
 * A job for all workers at once. `control` points to int32 words in the memory: first whether to stop, then two for each
 * step, the next block to be taken and how many workers have arrived at its end.
 */
export interface Order {
  readonly kind: "order";
  readonly steps: readonly Step[];
  readonly control: number;
  readonly scratch: number;
  readonly workers: number;
}

/** What a worker says: that all are done (the last to arrive says it), or what went wrong. */
export type Said =
  { readonly kind: "done"; readonly failed: boolean } | { readonly kind: "failed"; readonly message: string };

/** A worker's side of the channel. */
export interface WorkerPort {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: Said): void;
}

/**
 * The whole program of a worker. It is handed to the worker as text, so it refers to nothing outside itself.
 *
 * Workers take blocks one by one until there are none left, then wait for each other before the next step. One that fails sets
 * the stop word and still arrives at every step's end, so that the others never wait for it.
 */
export function serve(port: WorkerPort): void {
  /** Turns of a loop before a worker sleeps: about 20 µs, what sleeping and waking costs. */
  const turns = 5000;
  /** The stop word when a worker failed; 1 is a stop from outside. */
  const failed = 2;
  let exports: Record<string, (args: number, first: number, last: number, scratch: number) => void> = {};
  let memory: WebAssembly.Memory | undefined;

  function setUp(setup: Setup): void {
    memory = setup.memory;
    const abort = (): void => {
      throw new Error("a kernel stopped");
    };
    exports = new WebAssembly.Instance(setup.module, { env: { memory, abort } }).exports as typeof exports;
  }

  function arrive(words: Int32Array, at: number, workers: number): boolean {
    const last = Atomics.add(words, at, 1) + 1 === workers;
    if (last) Atomics.notify(words, at);
    return last;
  }

  function waitForOthers(words: Int32Array, at: number, workers: number): void {
    for (let turn = 0; turn < turns && Atomics.load(words, at) < workers; turn++);
    for (let seen = Atomics.load(words, at); seen < workers; seen = Atomics.load(words, at)) {
      Atomics.wait(words, at, seen);
    }
  }

  function carryOut({ steps, control, scratch, workers }: Order): void {
    const words = new Int32Array(memory!.buffer, control, 1 + 2 * steps.length);
    let last = false;
    for (const [i, { kernel, args, blocks }] of steps.entries()) {
      try {
        for (;;) {
          const block = Atomics.add(words, 1 + 2 * i, 1);
          if (block >= blocks || Atomics.load(words, 0) !== 0) break;
          exports[kernel]!(args, block, block + 1, scratch);
        }
      } catch (error) {
        Atomics.store(words, 0, failed);
        port.postMessage({ kind: "failed", message: `${kernel}: ${String(error)}` });
      }
      last = arrive(words, 2 + 2 * i, workers);
      // nobody waits at the very end: once the last one has said so, these words may be another job's
      if (i + 1 < steps.length) waitForOthers(words, 2 + 2 * i, workers);
    }
    if (last) port.postMessage({ kind: "done", failed: Atomics.load(words, 0) === failed });
  }

  port.onmessage = ({ data }) => {
    const message = data as Setup | Order;
    if (message.kind === "setup") setUp(message);
    else carryOut(message);
  };
}
