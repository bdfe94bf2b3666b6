import { requireInteger, ShapeError } from "../../core/index.js";
import { elementCount } from "../../array/index.js";
import { requireRoom } from "./check-array-job.js";
import type { FourierJob } from "./fourier-job.js";

/** Throws unless the arrays of a job have room for what its kind, shape and batch say; returns how many numbers that is of each. */
export function checkFourierJob({ kind, shape, batch, from, to }: FourierJob): [from: number, to: number] {
  if (shape.length < 1 || shape.length > 3) {
    throw new ShapeError("Fourier job", { got: `${shape.length} axes`, wanted: "1, 2 or 3" });
  }
  const whole = requireInteger("batch", batch, 1) * elementCount("Fourier job", shape);
  const half = 2 * (whole / shape.at(-1)!) * (Math.floor(shape.at(-1)! / 2) + 1);
  const [wantedFrom, wantedTo] = {
    "real-to-half": [whole, half],
    "half-to-real": [half, whole],
    forward: [2 * whole, 2 * whole],
    inverse: [2 * whole, 2 * whole],
  }[kind] as [number, number];
  requireRoom("Fourier job: from", from, wantedFrom);
  requireRoom("Fourier job: to", to, wantedTo);
  return [wantedFrom, wantedTo];
}
