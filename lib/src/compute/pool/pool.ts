import type { Host, HostWorker } from "../host/host.js";
import type { Order, Said, Setup, Step } from "./serve.js";
import { serve } from "./serve.js";

/** A job for the pool; pointers are into the memory that {@link workerPool} was given. */
export interface PoolJob {
  readonly steps: readonly Step[];
  /** Where {@link controlWords} int32 words lie, all 0. */
  readonly control: number;
  /** Scratch of each worker. */
  readonly scratch: readonly number[];
  /** Called now and then with the share of blocks that are taken, 0 to 1. What it throws stops the job and is thrown. */
  readonly watch: (share: number) => void;
}

/** Threads that carry out jobs, one job at a time, in the order they come. */
export interface WorkerPool {
  readonly workers: number;
  /** Gives the workers another memory to work in; not while a job runs. */
  use(memory: WebAssembly.Memory): void;
  /** Resolves when every block is done; rejects, once no worker is at work any more, when one failed or `watch` threw. */
  run(job: PoolJob): Promise<void>;
  stop(): void;
}

/** Words of control that a job of so many steps needs. */
export function controlWords(steps: number): number {
  return 1 + 2 * steps;
}

/** Milliseconds between two looks at a running job: a stop is heard and progress told so often. */
const watchMs = 20;

/** Starts `workers` threads for the kernels of a module. */
export function workerPool(host: Host, workers: number, module: WebAssembly.Module): WorkerPool {
  const crew: HostWorker[] = Array.from({ length: workers }, () => host.startWorker(`(${serve})(port);`));
  let finish: ((failure?: Error) => void) | undefined;
  let failure: Error | undefined;
  let ended: { readonly failed: boolean } | undefined;
  let dead: Error | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let memory: WebAssembly.Memory | undefined;

  for (const worker of crew) {
    worker.listen(
      (message) => {
        const said = message as Said;
        if (said.kind === "failed") failure ??= new Error(said.message);
        else ended = said;
        // who failed and who came last are two workers, heard in any order
        if (ended !== undefined && (!ended.failed || failure !== undefined)) finish?.(failure);
      },
      (reason) => {
        dead ??= reason;
        finish?.(reason);
      },
    );
  }

  function carryOut({ steps, control, scratch, watch }: PoolJob): Promise<void> {
    if (dead !== undefined) return Promise.reject(dead);
    const words = new Int32Array(memory!.buffer, control, controlWords(steps.length));
    const total = steps.reduce((sum, { blocks }) => sum + blocks, 0);
    failure = undefined;
    ended = undefined;
    return new Promise((resolve, reject) => {
      let stopped: unknown;
      // a notebook's cell may have a setInterval of its own, which all code would see by its bare name
      const timer = globalThis.setInterval(() => {
        try {
          watch(taken(words, steps) / total);
        } catch (reason) {
          stopped ??= reason;
          Atomics.compareExchange(words, 0, 0, 1);
        }
      }, watchMs);
      finish = (reason) => {
        globalThis.clearInterval(timer);
        for (const worker of crew) worker.busy(false);
        finish = undefined;
        if (stopped !== undefined || reason !== undefined) reject((stopped ?? reason) as Error);
        else resolve();
      };
      for (const [i, worker] of crew.entries()) {
        worker.busy(true);
        const order: Order = { kind: "order", steps, control, scratch: scratch[i]!, workers };
        worker.post(order);
      }
    });
  }

  return {
    workers,
    use(another) {
      memory = another;
      const setup: Setup = { kind: "setup", module, memory };
      for (const worker of crew) worker.post(setup);
    },
    run(job) {
      const done = queue.then(() => carryOut(job));
      queue = done.catch(() => undefined);
      return done;
    },
    stop() {
      for (const worker of crew) worker.stop();
    },
  };
}

function taken(words: Int32Array, steps: readonly Step[]): number {
  return steps.reduce((sum, { blocks }, i) => sum + Math.min(blocks, Atomics.load(words, 1 + 2 * i)), 0);
}
