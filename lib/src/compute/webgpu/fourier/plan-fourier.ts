/// <reference types="@webgpu/types" preserve="true" />
import type { FourierJob } from "../../jobs/fourier-job.js";
import type { Dispatch } from "../device/dispatch.js";
import { complexAxis } from "./complex-axis.js";
import type { AxisJob, PlanRoom } from "./axis-job.js";
import { realAxis } from "./real-axis.js";

/** A transform with the buffers of its arrays. */
export type PlannedFourier = Omit<FourierJob, "from" | "to"> & {
  readonly from: GPUBuffer;
  readonly to: GPUBuffer;
};

/** The dispatches of a transform, axis after axis. */
export function planFourier(job: PlannedFourier, room: PlanRoom): Dispatch[] {
  const { kind, shape, batch, scale, from, to } = job;
  const last = shape.length - 1;
  const length = shape[last]!;
  const rows = shape.slice(0, last).reduce((product, side) => product * side, batch);
  const half = [...shape.slice(0, last), Math.floor(length / 2) + 1];
  switch (kind) {
    case "real-to-half": {
      const slow = axesOf(half, batch).slice(0, -1);
      return [
        ...realAxis({ kind, length, rows, scale, from, to }, room),
        ...slow
          .reverse()
          .flatMap((axis) => complexAxis({ ...axis, direction: "forward", scale: 1, from: to, to }, room)),
      ];
    }
    case "half-to-real": {
      const slow = axesOf(half, batch).slice(0, -1);
      return [
        ...slow.flatMap((axis) =>
          complexAxis({ ...axis, direction: "inverse", scale: 1, from, to: from }, room),
        ),
        ...realAxis({ kind, length, rows, scale, from, to }, room),
      ];
    }
    case "forward":
    case "inverse": {
      const axes = axesOf(shape, batch).reverse();
      return axes.flatMap((axis, index) =>
        complexAxis(
          { ...axis, direction: kind, scale: index === 0 ? scale : 1, from: index === 0 ? from : to, to },
          room,
        ),
      );
    }
  }
}

/** The axes of a batch of complex arrays, slow to fast. */
function axesOf(shape: readonly number[], batch: number): Pick<AxisJob, "length" | "inner" | "outer">[] {
  return shape.map((length, axis) => ({
    length,
    inner: shape.slice(axis + 1).reduce((product, side) => product * side, 1),
    outer: shape.slice(0, axis).reduce((product, side) => product * side, batch),
  }));
}
