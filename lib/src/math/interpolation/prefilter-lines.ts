import type { RealArray, Shape } from "../../array/index.js";
import type { Task } from "../../core/index.js";

/** The pole of the filter that inverts sampling of the cubic B-spline, and its gain. */
const pole = Math.sqrt(3) - 2;
const gain = (1 - pole) * (1 - 1 / pole);

/** Samples after which a power of the pole is below the last bit of a double. */
const horizon = 30;

/** Lines that are filtered side by side: the machine then works on one while it waits for another, and rows are read whole. */
const linesPerBlock = 64;

/** Some lines of an array: where each begins, and how its samples follow one another. */
interface Lines {
  readonly starts: Uint32Array;
  readonly step: number;
  readonly length: number;
}

/**
 * Turns samples into coefficients of cubic B-splines along one axis, in place: a recursive filter forwards and
 * another one backwards, each begun as the mirrored line without end would have it.
 */
export async function prefilterAxis(data: RealArray, shape: Shape, axis: number, task: Task): Promise<void> {
  const length = shape[axis]!;
  if (length === 1) return;
  const step = shape.slice(axis + 1).reduce((product, size) => product * size, 1);
  const count = data.length / length;
  const weights = startWeights(length);
  const buffer = new Float64Array(Math.min(linesPerBlock, count) * length);
  for (let first = 0; first < count; first += linesPerBlock) {
    const starts = Uint32Array.from({ length: Math.min(linesPerBlock, count - first) }, (_, i) =>
      startOf(first + i, step, length),
    );
    const lines = { starts, step, length };
    begin(buffer, data, lines, weights);
    forwards(buffer, data, lines);
    backwards(data, buffer, lines);
    const pending = task.breathe();
    if (pending !== undefined) await pending;
  }
}

/** Where a line of an array begins, lines counted along the axes after its own first. */
function startOf(line: number, step: number, length: number): number {
  return Math.floor(line / step) * step * length + (line % step);
}

/** Weights of the samples in the first forward value: the sum over all mirror images, which are a geometric series. */
function startWeights(length: number): Float64Array {
  const period = 2 * length - 2;
  const weights = new Float64Array(Math.min(length, horizon));
  for (let i = 0; i < weights.length; i++) {
    const mate = i === 0 || i === length - 1 ? 0 : pole ** (period - i);
    weights[i] = (gain * (pole ** i + mate)) / (1 - pole ** period);
  }
  return weights;
}

/** The first forward value of each line. */
function begin(buffer: Float64Array, data: RealArray, { starts, step }: Lines, weights: Float64Array): void {
  for (let line = 0; line < starts.length; line++) {
    let sum = 0;
    for (let i = 0; i < weights.length; i++) sum += weights[i]! * data[starts[line]! + i * step]!;
    buffer[line] = sum;
  }
}

/** All further forward values, the lines side by side, sample after sample. */
function forwards(buffer: Float64Array, data: RealArray, { starts, step, length }: Lines): void {
  const count = starts.length;
  for (let i = 1; i < length; i++) {
    const row = i * count;
    const offset = i * step;
    for (let line = 0; line < count; line++) {
      buffer[row + line] = gain * data[starts[line]! + offset]! + pole * buffer[row - count + line]!;
    }
  }
}

/** The coefficients, from the last one to the first. */
function backwards(data: RealArray, buffer: Float64Array, { starts, step, length }: Lines): void {
  const count = starts.length;
  const end = length * count;
  for (let line = 0; line < count; line++) {
    const last = buffer[end - count + line]! + pole * buffer[end - 2 * count + line]!;
    const value = (pole / (pole * pole - 1)) * last;
    buffer[end - count + line] = value;
    data[starts[line]! + (length - 1) * step] = value;
  }
  for (let i = length - 2; i >= 0; i--) {
    const row = i * count;
    const offset = i * step;
    for (let line = 0; line < count; line++) {
      const value = pole * (buffer[row + count + line]! - buffer[row + line]!);
      buffer[row + line] = value;
      data[starts[line]! + offset] = value;
    }
  }
}
