/// <reference types="@webgpu/types" preserve="true" />
import type { Task } from "../../../core/index.js";
import { bufferUsage } from "./buffers.js";
import type { Dispatch } from "./dispatch.js";
import { writeParameters } from "./dispatch.js";
import { groupsPerRow } from "./kernel.js";
import type { Pace } from "./pace.js";
import type { Pipelines } from "./pipelines.js";

/** Workgroups of a dispatch that are submitted together with others. */
interface Piece {
  readonly dispatch: Dispatch;
  readonly first: number;
  readonly last: number;
}

/** Bytes between the parameters of one piece and the next: WebGPU's alignment of uniforms. */
const parameterStride = 256;
/** Pieces per submission at most. */
const mostPieces = 256;

/** Runs dispatches one after another. `submit` resolves when the device has done them. */
export interface Submitter {
  run(dispatches: readonly Dispatch[], task: Task, stage: string): Promise<void>;
}

/** Something that cuts dispatches to pieces of bounded time, and looks at the task between them. */
export function startSubmitter(device: GPUDevice, pipelines: Pipelines, pace: Pace): Submitter {
  const parameters = new DataView(new ArrayBuffer(parameterStride * mostPieces));
  const uniforms = device.createBuffer({
    label: "parameters",
    size: parameters.byteLength,
    usage: bufferUsage.uniform | bufferUsage.copyTo,
  });

  async function submit(pieces: readonly Piece[]): Promise<void> {
    const compiled = await Promise.all(pieces.map(({ dispatch }) => pipelines(dispatch.kernel)));
    pieces.forEach(({ dispatch, first, last }, slot) =>
      writeParameters(parameters, slot * parameterStride, dispatch, first, last),
    );
    device.queue.writeBuffer(uniforms, 0, parameters.buffer, 0, pieces.length * parameterStride);
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pieces.forEach(({ dispatch, first, last }, slot) => {
      const pipeline = compiled[slot]!;
      const size = 4 * dispatch.kernel.parameters.length;
      const resources = [
        { buffer: uniforms, offset: slot * parameterStride, size: Math.ceil(size / 16) * 16 },
      ];
      resources.push(...dispatch.buffers.map((buffer) => ({ buffer, offset: 0, size: buffer.size })));
      const entries = resources.map((resource, binding) => ({ binding, resource }));
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
      const groups = last - first;
      pass.dispatchWorkgroups(Math.min(groups, groupsPerRow), Math.ceil(groups / groupsPerRow));
    });
    pass.end();
    const start = performance.now();
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
    pace.learn(
      new Set(pieces.map(({ dispatch }) => dispatch.kernel.code)),
      shareOf(pieces, pace),
      performance.now() - start,
    );
  }

  return {
    async run(dispatches, task, stage) {
      const total = dispatches.reduce((sum, { groups, cost }) => sum + groups * cost, 0);
      let done = 0;
      for (const pieces of cut(dispatches, pace)) {
        task.throwIfCancelled();
        await submit(pieces);
        done += pieces.reduce((sum, { dispatch, first, last }) => sum + (last - first) * dispatch.cost, 0);
        task.report({ stage, done: Math.floor((100 * done) / total), total: 100 });
      }
    },
  };
}

/** The part of a submission's time that pieces are thought to fill. */
function shareOf(pieces: readonly Piece[], pace: Pace): number {
  return pieces.reduce(
    (sum, { dispatch, first, last }) =>
      sum + ((last - first) * dispatch.cost) / pace.quota(dispatch.kernel.code),
    0,
  );
}

/** Cuts dispatches into submissions, each of the quota that the pace allows by then. */
function* cut(dispatches: readonly Dispatch[], pace: Pace): Generator<Piece[]> {
  let pieces: Piece[] = [];
  let room = 1;
  for (const dispatch of dispatches) {
    for (let first = 0; first < dispatch.groups;) {
      const quota = pace.quota(dispatch.kernel.code);
      const most = Math.max(1, Math.floor((room * quota) / dispatch.cost));
      const last = Math.min(dispatch.groups, first + most);
      pieces.push({ dispatch, first, last });
      room -= ((last - first) * dispatch.cost) / quota;
      first = last;
      if (room > 0.05 && pieces.length < mostPieces) continue;
      yield pieces;
      [pieces, room] = [[], 1];
    }
  }
  if (pieces.length > 0) yield pieces;
}
