import { startTask } from "../../../core/index.js";
import type { TaskOptions } from "../../../core/index.js";
import type { RealArray, Shape } from "../../../array/index.js";
import type { FourierJob } from "../../jobs/fourier-job.js";
import { breatheFor } from "../../progress.js";
import type { Breathe } from "../../progress.js";
import { axisLayout, complexAxisInto } from "./lines/complex-axis.js";
import type { AxisLayout, Direction } from "./lines/complex-axis.js";
import { halfRowsToReal, realRowsToHalf } from "./lines/real-axis.js";

/** A {@link FourierJob} on arrays of this thread, in single or double precision; the arithmetic is in double precision. */
export interface ArrayFourierJob extends Omit<FourierJob, "from" | "to"> {
  readonly from: RealArray;
  readonly to: RealArray;
}

/** Transforms a batch, axis after axis, block of lines after block. */
export async function transformArrays(job: ArrayFourierJob, options: TaskOptions = {}): Promise<void> {
  const task = startTask(options);
  const { kind, shape } = job;
  let step = 0;
  const breathe = (): Breathe => breatheFor(task, "Fourier transform", step++, shape.length);
  switch (kind) {
    case "real-to-half":
      return realToHalf(job, breathe);
    case "half-to-real":
      return halfToReal(job, breathe);
    case "forward":
    case "inverse":
      return complexToComplex(job, kind, breathe);
  }
}

async function realToHalf(
  { shape, batch, from, to, scale }: ArrayFourierJob,
  breathe: () => Breathe,
): Promise<void> {
  const size = shape.at(-1)!;
  const stored = halfOf(shape);
  await realRowsToHalf(from, to, (batch * product(shape)) / size, size, breathe());
  if (shape.length === 1) return scaleInto(to, scale);
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    await complexAxisInto(to, layout(stored, axis, batch), "forward", axis === 0 ? scale : 1, breathe());
  }
}

async function halfToReal(
  { shape, batch, from, to, scale }: ArrayFourierJob,
  breathe: () => Breathe,
): Promise<void> {
  const size = shape.at(-1)!;
  const stored = halfOf(shape);
  for (let axis = 0; axis < shape.length - 1; axis++) {
    await complexAxisInto(from, layout(stored, axis, batch), "inverse", 1, breathe());
  }
  await halfRowsToReal(from, to, (batch * product(shape)) / size, size, scale, breathe());
}

async function complexToComplex(
  { shape, batch, from, to, scale }: ArrayFourierJob,
  direction: Direction,
  breathe: () => Breathe,
): Promise<void> {
  if (to !== from) to.set(from);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    await complexAxisInto(to, layout(shape, axis, batch), direction, axis === 0 ? scale : 1, breathe());
  }
}

function layout(shape: Shape, axis: number, batch: number): AxisLayout {
  const one = axisLayout(shape, axis);
  return { ...one, outer: batch * one.outer };
}

/** Shape of a half spectrum in complex elements. */
function halfOf(shape: Shape): number[] {
  return [...shape.slice(0, -1), Math.floor(shape.at(-1)! / 2) + 1];
}

function product(shape: Shape): number {
  return shape.reduce((total, size) => total * size, 1);
}

function scaleInto(data: RealArray, scale: number): void {
  if (scale === 1) return;
  for (let i = 0; i < data.length; i++) data[i]! *= scale;
}
