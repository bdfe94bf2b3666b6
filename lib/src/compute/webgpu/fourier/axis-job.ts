/// <reference types="@webgpu/types" preserve="true" />
import type { EngineLimits } from "../device/engine.js";
import type { JobMemory } from "../device/job-memory.js";

/** Complex transforms along one axis: `outer` blocks of `[length, inner]`. */
export interface AxisJob {
  readonly length: number;
  readonly inner: number;
  readonly outer: number;
  readonly direction: "forward" | "inverse";
  readonly scale: number;
  readonly from: GPUBuffer;
  /** May be `from`. */
  readonly to: GPUBuffer;
}

/** Where plans get memory, and what the device can do. */
export interface PlanRoom {
  readonly memory: JobMemory;
  readonly limits: EngineLimits;
}
