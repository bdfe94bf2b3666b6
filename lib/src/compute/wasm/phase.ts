/**
 * One step of a job for the kernels: blocks `0 ... blocks - 1`, each the work of any worker at any time, because no two write to the
 * same place. A step ends before the next begins. What a block holds is fixed by the job alone, never by the number of workers.
 */
export interface Phase {
  /** Name of the exported kernel: `(args: usize, first: i32, last: i32, scratch: usize) => void`, for blocks `first ... last - 1`. */
  readonly kernel: string;
  /** What every block is told: pointers, sizes and factors, which the kernel reads as a row of float64. */
  readonly args: readonly number[];
  readonly blocks: number;
  /** Bytes that each worker needs to itself meanwhile. */
  readonly scratchBytes: number;
}

/** Tables that stay in the kernels' memory: twiddle factors, offsets. */
export interface Tables {
  /** Where the table `key` is, 64 bytes aligned; made on first use. */
  keep(key: string, make: () => Float32Array | Int32Array | Float64Array): number;
}
