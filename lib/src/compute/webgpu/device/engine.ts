/// <reference types="@webgpu/types" preserve="true" />
import { startTask } from "../../../core/index.js";
import type { TaskOptions } from "../../../core/index.js";
import type { Dispatch } from "./dispatch.js";
import { listenForFaults } from "./faults.js";
import { startMemory } from "./job-memory.js";
import type { JobMemory } from "./job-memory.js";
import { startPace } from "./pace.js";
import { startPipelines } from "./pipelines.js";
import { startSubmitter } from "./submit.js";
import { startTurns } from "./turns.js";

/** What a device can hold and do at once, as far as plans depend on it. */
export interface EngineLimits {
  /** Complex numbers in the memory that a workgroup shares. */
  readonly sharedComplex: number;
}

/** Runs jobs on a device, one after another. */
export interface Engine {
  readonly limits: EngineLimits;
  /** Runs what `plan` says, when it is this job's turn. */
  job(stage: string, plan: (memory: JobMemory) => readonly Dispatch[], options?: TaskOptions): Promise<void>;
  /** Something else that takes its turn. */
  turn<T>(work: () => Promise<T>): Promise<T>;
}

/** An engine for a device that was just opened. */
export function startEngine(device: GPUDevice): Engine {
  const faults = listenForFaults(device);
  const memory = startMemory(device);
  const submitter = startSubmitter(device, startPipelines(device), startPace());
  const turns = startTurns();

  /** Faults of the work itself are told by the work that they belong to. */
  const turn: Engine["turn"] = (work) =>
    turns(async () => {
      faults.throwIfAny();
      const result = await work();
      faults.throwIfAny();
      return result;
    });
  return {
    limits: { sharedComplex: Math.floor(device.limits.maxComputeWorkgroupStorageSize / 8) },
    turn,
    async job(stage, plan, options) {
      const task = startTask(options);
      await turn(async () => {
        task.throwIfCancelled();
        try {
          await submitter.run(plan(memory), task, stage);
        } finally {
          memory.endJob();
        }
      });
    },
  };
}
