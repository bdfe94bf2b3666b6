import { MemoryError, startTask } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import type { Host } from "../host/host.js";
import { aligned } from "../memory/arena.js";
import { countResident, requireMemory } from "../memory/budget.js";
import { controlWords, workerPool } from "../pool/pool.js";
import type { WorkerPool } from "../pool/pool.js";
import { wholePercent } from "../progress.js";
import { kernelModule } from "./module.js";
import type { Phase, Tables } from "./phase.js";
import { mostPages, newRoom } from "./room.js";
import type { Room } from "./room.js";

/** The kernels, their memory and their threads. */
export interface Engine {
  /** Threads that share the work of a large job. */
  readonly threads: number;
  readonly tables: Tables;
  /**
   * Room for `bytes`, not cleared.
   * @throws MemoryError if they don't fit in the memory budget, or in the 4 GiB that the kernels can address
   */
  allocate(bytes: number, what: string): number;
  /** The same, all bytes 0. Fresh memory is so already: filling it would cost as much as a transform. */
  allocateCleared(bytes: number, what: string): number;
  /** Gives room back; what was never given is left alone. */
  free(pointer: number): void;
  /** A view of numbers in the kernels' memory, good until the next allocation. */
  floats(pointer: number, length: number): Float32Array;
  /** Carries out phases one after the other; `elements` says how large the job is. */
  run(phases: readonly Phase[], stage: string, elements: number, options?: TaskOptions): Promise<void>;
  /** Ends the threads. */
  stop(): void;
}

/** Up to so many elements a job is done at once on the calling thread: about a millisecond, ten times what asking a worker costs. */
const smallJob = 2 ** 17;
/** A memory that grew beyond this, in bytes, is left to the system once nothing lives in it; it can't shrink. */
const keptBytes = 512 * 2 ** 20;

/**
 * Starts an engine; with `threads` 0 all work is done on the calling thread, which breathes between blocks. `fused` kernels
 * round a product and a sum once where the machine can.
 */
export async function startEngine(host: Host, threads: number, fused: boolean = true): Promise<Engine> {
  const shared = host.sharesMemory;
  const module = await kernelModule(host, { shared, fused });
  const crew = shared ? threads : 0;
  let room = newRoom(module, shared);
  let pool: WorkerPool | undefined;
  let living = 0;

  function allocate(bytes: number, what: string): number {
    requireMemory(what, bytes, "a smaller box or less padding needs less");
    const pointer = room.arena.allocate(bytes);
    if (pointer === undefined) {
      throw new MemoryError(what, {
        got: `${bytes} bytes beside what is there`,
        wanted: `at most ${mostPages / 2 ** 14} GiB in all`,
        hint: "a smaller box or less padding needs less",
      });
    }
    living++;
    countResident(aligned(bytes));
    return pointer;
  }

  function allocateCleared(bytes: number, what: string): number {
    const used = room.arena.highest;
    const pointer = allocate(bytes, what);
    const dirty = Math.min(pointer + bytes, used) - pointer;
    if (dirty > 0) new Uint8Array(room.memory.buffer, pointer, dirty).fill(0);
    return pointer;
  }

  function free(pointer: number): void {
    const bytes = room.arena.free(pointer);
    if (bytes === 0) return;
    living--;
    countResident(-bytes);
    if (living === 0 && room.memory.buffer.byteLength > keptBytes) {
      room = newRoom(module, shared);
      pool?.use(room.memory);
    }
  }

  const tables: Tables = {
    keep(key, make) {
      const there = room.tables.get(key);
      if (there !== undefined) return there;
      const table = make();
      const pointer = room.arena.allocate(table.byteLength);
      if (pointer === undefined) throw new MemoryError(key, { got: "no room", wanted: "room for a table" });
      const to = new Uint8Array(room.memory.buffer, pointer, table.byteLength);
      to.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
      room.tables.set(key, pointer);
      return pointer;
    },
  };

  function startedPool(): WorkerPool {
    if (pool === undefined) {
      pool = workerPool(host, crew, module);
      pool.use(room.memory);
    }
    return pool;
  }

  return {
    threads: Math.max(1, crew),
    tables,
    allocate,
    allocateCleared,
    free,
    floats: (pointer, length) => new Float32Array(room.memory.buffer, pointer, length),
    async run(phases, stage, elements, options = {}) {
      const small = elements <= smallJob;
      const workers = small || crew === 0 ? 1 : crew;
      const places = layOut(phases, workers);
      const start = allocate(places.bytes, `${stage}: scratch`);
      try {
        writeJob(room, start, places, phases);
        if (small || crew === 0) await runHere(room.kernels, phases, start, places, stage, small, options);
        else await runInPool(startedPool(), phases, start, places, stage, options);
      } finally {
        free(start);
      }
    },
    stop() {
      pool?.stop();
      pool = undefined;
    },
  };
}

/** Where the parts of a job lie behind one another: control words, arguments of each phase, scratch of each worker. */
interface Places {
  readonly control: number;
  readonly args: readonly number[];
  readonly scratch: readonly number[];
  readonly bytes: number;
}

function layOut(phases: readonly Phase[], workers: number): Places {
  let end = 0;
  const next = (bytes: number): number => {
    const at = end;
    end += Math.ceil(bytes / 64) * 64;
    return at;
  };
  const control = next(4 * controlWords(phases.length));
  const args = phases.map((phase) => next(8 * phase.args.length));
  const scratchBytes = Math.max(64, ...phases.map((phase) => phase.scratchBytes));
  const scratch = Array.from({ length: workers }, () => next(scratchBytes));
  return { control, args, scratch, bytes: end };
}

function writeJob({ memory }: Room, start: number, places: Places, phases: readonly Phase[]): void {
  new Int32Array(memory.buffer, start + places.control, controlWords(phases.length)).fill(0);
  for (const [i, { args }] of phases.entries()) {
    new Float64Array(memory.buffer, start + places.args[i]!, args.length).set(args);
  }
}

async function runHere(
  kernels: Room["kernels"],
  phases: readonly Phase[],
  start: number,
  places: Places,
  stage: string,
  small: boolean,
  options: TaskOptions,
): Promise<void> {
  const task = startTask(options);
  for (const [i, { kernel, blocks }] of phases.entries()) {
    const run = kernels[kernel]!;
    const [args, scratch] = [start + places.args[i]!, start + places.scratch[0]!];
    if (small) run(args, 0, blocks, scratch);
    for (let block = 0; !small && block < blocks; block++) {
      run(args, block, block + 1, scratch);
      const pause = task.breathe();
      if (pause === undefined) continue;
      await pause;
      const share = (i + (block + 1) / blocks) / phases.length;
      task.report({ stage, done: Math.floor(wholePercent * share), total: wholePercent });
    }
  }
  task.report({ stage, done: wholePercent, total: wholePercent });
}

async function runInPool(
  pool: WorkerPool,
  phases: readonly Phase[],
  start: number,
  places: Places,
  stage: string,
  options: TaskOptions,
): Promise<void> {
  const task = startTask(options);
  let told = 0;
  const tell = (share: number): void => {
    const done = Math.floor(wholePercent * share);
    if (done <= told) return;
    told = done;
    task.report({ stage, done, total: wholePercent });
  };
  await pool.run({
    steps: phases.map(({ kernel, blocks }, i) => ({ kernel, blocks, args: start + places.args[i]! })),
    control: start + places.control,
    scratch: places.scratch.map((at) => start + at),
    watch(share) {
      task.throwIfCancelled();
      tell(share);
    },
  });
  task.throwIfCancelled(); // a stop that came between the last look and the end
  tell(1);
}
