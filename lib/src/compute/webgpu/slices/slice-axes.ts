import type { SliceJob } from "../../jobs/slice-jobs.js";
import { splitNumbers } from "../arrays/split-numbers.js";

/** Numbers per slice in the table of {@link sliceAxes}. */
const numbersPerSlice = 16;

/**
 * What a shader knows of each slice, as four `vec4f`: the grid's steps along u and along v, in two parts each (the coarse parts of
 * both, then the fine ones), and in their fourth places the unit normal of the slice.
 */
export function sliceAxes({ rotations, boxSizePx, grid }: SliceJob): Float32Array<ArrayBuffer> {
  const slices = rotations.length / 9;
  const finer = grid.paddedSizePx / boxSizePx;
  const table = new Float32Array(numbersPerSlice * slices);
  for (let slice = 0; slice < slices; slice++) {
    const r = rotations.subarray(9 * slice, 9 * slice + 6);
    const [ux, uy, uz, vx, vy, vz] = r as unknown as readonly [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const { coarse, fine } = splitNumbers(
      Float64Array.from(r, (number) => finer * number),
      grid.paddedSizePx,
    );
    const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx] as const;
    const rows = [
      coarse.slice(0, 3),
      normal[0],
      coarse.slice(3),
      normal[1],
      fine.slice(0, 3),
      normal[2],
      fine.slice(3),
    ];
    table.set(rows.flat(), numbersPerSlice * slice);
  }
  return table;
}

/** Functions in WGSL on buffer `axes`, the table of {@link sliceAxes}: a slice's steps, and where its coefficient (u, v) lies. */
export const slicePlaces = `
struct Steps { coarseU: vec3f, coarseV: vec3f, fineU: vec3f, fineV: vec3f, normal: vec3f }
fn stepsOf(slice: u32) -> Steps {
  let a = axes[4u * slice];
  let b = axes[4u * slice + 1u];
  let c = axes[4u * slice + 2u];
  let d = axes[4u * slice + 3u];
  return Steps(a.xyz, b.xyz, c.xyz, d.xyz, vec3f(a.w, b.w, c.w));
}
fn coarsePlace(steps: Steps, u: f32, v: f32) -> vec3f { return u * steps.coarseU + v * steps.coarseV; }
fn finePlace(steps: Steps, u: f32, v: f32) -> vec3f { return u * steps.fineU + v * steps.fineV; }`;

/** Squares of radii below which coefficients count, as a whole number: `u² + v² < limit` just where it is below `radiusPx²`. */
export function radiusLimit({ radiusPx }: SliceJob): number {
  return Math.ceil(radiusPx * radiusPx);
}
