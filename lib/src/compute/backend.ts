import type { TaskOptions } from "../core/index.js";
import type { FourierJob } from "./jobs/fourier-job.js";
import type { MultiplyJob, ResampleJob, ShiftJob } from "./jobs/array-jobs.js";
import type { GatherJob, InsertJob, SliceGrid, SliceGridSize } from "./jobs/slice-jobs.js";
import type { Resident } from "./resident.js";

/** The backends there are: plain TypeScript (the reference), WebAssembly with SIMD, and a graphics card by WebGPU. */
export type BackendName = "js" | "wasm" | "webgpu";

/**
 * Where heavy work runs. The same jobs on each backend, to within its tolerance; on one backend the same job gives the same
 * bytes, for any number of workers.
 *
 * Data enter by {@link Backend.write}, stay for as many jobs as need them, and leave by {@link Backend.read}. Who allocates
 * releases: residents are not collected. Jobs check their sizes before they start, take their turn, and can be stopped.
 */
export interface Backend {
  readonly name: BackendName;
  /** What did the work, in words: threads, or the name of the adapter. */
  readonly device: string;
  /** How far a job's result may be from double precision, in relative L2 norm; for a transform of N elements, times log2 N. */
  readonly tolerance: number;

  /**
   * Room for `length` numbers, all 0.
   * @throws MemoryError if they don't fit in the memory budget
   */
  allocate(length: number, what: string): Resident;
  /** Gives the room back. Twice is once. */
  release(...arrays: readonly (Resident | undefined)[]): void;
  /** Copies numbers in, from place `at` on. */
  write(to: Resident, numbers: Float32Array, at?: number): void;
  /** Copies numbers out, from place `at` on, as many as `into` holds. Returns `into`. */
  read(from: Resident, into: Float32Array, at?: number): Promise<Float32Array>;
  /** Sets all numbers to 0. */
  clear(array: Resident): Promise<void>;

  /** Fourier transforms of a batch. */
  fourier(job: FourierJob, options?: TaskOptions): Promise<void>;
  /** Product of two complex arrays, or of one with the conjugate of the other. */
  multiply(job: MultiplyJob, options?: TaskOptions): Promise<void>;
  /** Moves arrays by multiplying their transforms by phase ramps. */
  shift(job: ShiftJob, options?: TaskOptions): Promise<void>;
  /** Reads an array at the points of a rotated and moved lattice. */
  resample(job: ResampleJob, options?: TaskOptions): Promise<void>;

  /** A grid of central slices, all 0, in the layout that this backend reads and writes fastest. */
  sliceGrid(size: SliceGridSize): SliceGrid;
  /** Fills a grid from a half spectrum `[size, size, size / 2 + 1]` with its origin at the corner. */
  fillGrid(grid: SliceGrid, spectrum: Resident, options?: TaskOptions): Promise<void>;
  /**
   * Takes a grid apart: complex sums into a half spectrum, and weights, where asked, into an array of half the length. Each
   * sample of the planes x = 0 and x = size / 2 is joined by the conjugate of its mate, which those planes hold apart, so that
   * Friedel's law holds.
   */
  emptyGrid(grid: SliceGrid, spectrum: Resident, weights?: Resident, options?: TaskOptions): Promise<void>;
  /** Reads central slices out of a grid, between its samples by straight lines. */
  gatherSlices(job: GatherJob, options?: TaskOptions): Promise<void>;
  /** Adds central slices to a grid, with weights: the adjoint of {@link Backend.gatherSlices}. */
  insertSlices(job: InsertJob, options?: TaskOptions): Promise<void>;
}

/** A backend that can be ended. */
export interface OwnBackend extends Backend {
  /** Ends its threads. What it allocated must not be used any more. */
  stop(): void;
}
