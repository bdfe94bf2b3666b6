import { startTask } from "vitrine/core";
import type { Binned } from "../lod/binning.js";
import { brick, prepare, type Scene, type SurfaceView } from "./scene.js";
import { dot, unit, type Vector } from "./vector.js";

/** Light from above, left and the viewer. */
const light = unit([-0.75, -0.55, -0.4]);
/** A pixel that differs by more than this from one beside it is drawn anew with four rays: smooths the outlines. */
const edge = 0.1;
/** Share of the brightness that the farthest point loses. */
const fading = 0.6;

/**
 * The picture of the surface where the density reaches `level`, shaded and darker with depth: one byte per pixel, 0
 * where there is nothing. Density outside of the box counts as lower, so that what touches a face is closed there.
 */
export async function drawSurface(density: Binned, view: SurfaceView): Promise<Uint8Array> {
  const scene = prepare(density, view);
  const { size } = view;
  const shades = new Float32Array(size * size);
  const smooth = new Uint8Array(size * size);
  if (!scene.any) return smooth;
  const task = startTask();
  const at = (row: number, column: number): number => shade(scene, column / size - 0.5, row / size - 0.5);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) shades[row * size + column] = at(row + 0.5, column + 0.5);
    await task.breathe();
  }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const here = row * size + column;
      let bright = shades[here]!;
      if (isEdge(shades, size, row, column)) {
        const [top, left, bottom, right] = [row + 0.25, column + 0.25, row + 0.75, column + 0.75];
        bright = (at(top, left) + at(top, right) + at(bottom, left) + at(bottom, right)) / 4;
      }
      smooth[here] = Math.round(255 * bright);
    }
    await task.breathe();
  }
  return smooth;
}

function isEdge(shades: Float32Array, size: number, row: number, column: number): boolean {
  const here = row * size + column;
  const differs = (other: number): boolean => Math.abs(shades[here]! - shades[other]!) > edge;
  return (
    (column > 0 && differs(here - 1)) ||
    (column < size - 1 && differs(here + 1)) ||
    (row > 0 && differs(here - size)) ||
    (row < size - 1 && differs(here + size))
  );
}

/** Brightness 0 … 1 where the ray through `(u, v)`, each -0.5 … 0.5, meets the surface. */
function shade(scene: Scene, u: number, v: number): number {
  const { right, down, ahead, side, halfDepth, stretch, centre } = scene;
  const [sz, sy, sx] = stretch;
  const oz = centre[0] + ((u * right[0] + v * down[0]) * side - ahead[0] * halfDepth) / sz;
  const oy = centre[1] + ((u * right[1] + v * down[1]) * side - ahead[1] * halfDepth) / sy;
  const ox = centre[2] + ((u * right[2] + v * down[2]) * side - ahead[2] * halfDepth) / sx;
  const dz = ahead[0] / sz;
  const dy = ahead[1] / sy;
  const dx = ahead[2] / sx;
  // no direction is 0: the view is oblique
  const enter = Math.max(entry(scene, 0, oz, dz), entry(scene, 1, oy, dy), entry(scene, 2, ox, dx));
  const leave = Math.min(exit(scene, 0, oz, dz), exit(scene, 1, oy, dy), exit(scene, 2, ox, dx));
  let before = scene.outside;
  for (let t = enter; t <= leave;) {
    const z = oz + t * dz;
    const y = oy + t * dy;
    const x = ox + t * dx;
    if (!occupied(scene, z, y, x)) {
      before = scene.outside;
      t += brick / 2;
      continue;
    }
    const value = sample(scene, z, y, x);
    if (value >= scene.level) {
      const back = value > before ? (0.5 * (value - scene.level)) / (value - before) : 0;
      const hit = Math.max(enter, t - back);
      return lit(scene, [oz + hit * dz, oy + hit * dy, ox + hit * dx], hit);
    }
    before = value;
    t += 0.5;
  }
  return 0;
}

/** Where a ray enters, along one axis, the voxels that reach the level, one voxel wider on each side. */
function entry({ first, last }: Scene, axis: number, origin: number, direction: number): number {
  return ((direction > 0 ? first[axis]! - 1 : last[axis]! + 1) - origin) / direction;
}

/** Where it leaves them. */
function exit({ first, last }: Scene, axis: number, origin: number, direction: number): number {
  return ((direction > 0 ? last[axis]! + 1 : first[axis]! - 1) - origin) / direction;
}

function occupied({ bricks, brickShape: [bz, by, bx] }: Scene, z: number, y: number, x: number): boolean {
  const k = Math.min(bz - 1, Math.max(0, Math.floor(z / brick)));
  const j = Math.min(by - 1, Math.max(0, Math.floor(y / brick)));
  const i = Math.min(bx - 1, Math.max(0, Math.floor(x / brick)));
  return bricks[(k * by + j) * bx + i] === 1;
}

/** Trilinear between voxel centres; constant in the outer half of the border voxels. */
function sample({ density: { data, shape }, outside }: Scene, z: number, y: number, x: number): number {
  const [nz, ny, nx] = shape;
  if (z < -0.5 || y < -0.5 || x < -0.5 || z > nz - 0.5 || y > ny - 0.5 || x > nx - 0.5) return outside;
  const zc = within(z, nz);
  const yc = within(y, ny);
  const xc = within(x, nx);
  const z0 = Math.floor(zc);
  const y0 = Math.floor(yc);
  const x0 = Math.floor(xc);
  const fz = zc - z0;
  const fy = yc - y0;
  const fx = xc - x0;
  const at = (z0 * ny + y0) * nx + x0;
  const stepZ = fz > 0 ? ny * nx : 0;
  const stepY = fy > 0 ? nx : 0;
  const stepX = fx > 0 ? 1 : 0;
  const near = along(data, at, stepX, fx);
  const top = near + fy * (along(data, at + stepY, stepX, fx) - near);
  const far = along(data, at + stepZ, stepX, fx);
  const bottom = far + fy * (along(data, at + stepZ + stepY, stepX, fx) - far);
  return top + fz * (bottom - top);
}

function along(data: Float32Array, at: number, step: number, part: number): number {
  return data[at]! + part * (data[at + step]! - data[at]!);
}

function within(at: number, size: number): number {
  return Math.min(size - 1, Math.max(0, at));
}

function lit(scene: Scene, [z, y, x]: Vector, distance: number): number {
  const [sz, sy, sx] = scene.stretch;
  const normal = unit([
    (sample(scene, z - 1, y, x) - sample(scene, z + 1, y, x)) / sz,
    (sample(scene, z, y - 1, x) - sample(scene, z, y + 1, x)) / sy,
    (sample(scene, z, y, x - 1) - sample(scene, z, y, x + 1)) / sx,
  ]);
  const facing = Math.max(0, dot(normal, light));
  const bright = 0.18 + 0.72 * facing + 0.25 * facing ** 12;
  const depth = Math.min(1, Math.max(0, distance / (2 * scene.halfDepth)));
  return Math.min(1, bright * (1 - fading * depth));
}
