import { requireInteger, ShapeError } from "../../core/index.js";
import { elementCount } from "../../array/index.js";
import type { FourierJob } from "./fourier-job.js";

/** Throws unless the arrays of a job are as long as its kind, shape and batch say. */
export function checkFourierJob({ kind, shape, batch, from, to }: FourierJob): void {
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
  requireLength("from", from.length, wantedFrom);
  requireLength("to", to.length, wantedTo);
}

function requireLength(what: string, got: number, wanted: number): void {
  if (got !== wanted) {
    throw new ShapeError(`Fourier job: ${what}`, { got: `${got} numbers`, wanted: `${wanted}` });
  }
}
