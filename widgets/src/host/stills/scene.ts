import type { Binned } from "../lod/binning.js";
import { dot, vector, type Vector } from "./vector.js";

/** A surface seen from outside. */
export interface SurfaceView {
  /** Density of the surface. */
  readonly level: number;
  /** Side of the square picture, in pixels. */
  readonly size: number;
  /** Relative voxel sizes, z, y, x. */
  readonly voxelSizesA: readonly [z: number, y: number, x: number];
}

/** Where one looks from: the map turned by 30° about its y axis and tipped by 25°, so that three faces are seen. */
const [yaw, pitch] = [(30 * Math.PI) / 180, (25 * Math.PI) / 180];
/** Side of a brick of voxels that is skipped where nothing in or beside it reaches the level. */
export const brick = 4;
/** Side of the picture over that of what it shows. */
const margin = 1.1;
/** Share of what reaches the level, at each end of each axis, that may lie outside: specks of noise. */
const strays = 0.01;

/** A density prepared for rays: what they look for, where, and how they run. All places are in voxels. */
export interface Scene {
  readonly density: Binned;
  readonly level: number;
  /** What counts as density outside of the box. */
  readonly outside: number;
  /** First and last voxel along each axis that reaches the level. */
  readonly first: Vector;
  readonly last: Vector;
  /** Middle of the picture, in voxels. */
  readonly centre: Vector;
  /** Side of the picture and half the depth of what reaches the level, in the smallest voxel size. */
  readonly side: number;
  readonly halfDepth: number;
  readonly stretch: Vector;
  readonly right: Vector;
  readonly down: Vector;
  readonly ahead: Vector;
  readonly bricks: Uint8Array;
  readonly brickShape: Vector;
  readonly any: boolean;
}

/** Looks where the density reaches the level and frames that. */
export function prepare(density: Binned, { level, voxelSizesA }: SurfaceView): Scene {
  const least = Math.min(...voxelSizesA);
  const stretch = vector((axis) => voxelSizesA[axis]! / least);
  const [sinY, cosY, sinP, cosP] = [Math.sin(yaw), Math.cos(yaw), Math.sin(pitch), Math.cos(pitch)];
  const right: Vector = [-sinY, 0, cosY];
  const down: Vector = [cosY * sinP, cosP, sinY * sinP];
  const ahead: Vector = [cosY * cosP, -sinP, sinY * cosP];
  const brickShape = vector((axis) => Math.ceil(density.shape[axis]! / brick));
  const bricks = new Uint8Array(brickShape[0] * brickShape[1] * brickShape[2]);
  const counts = findOccupied(density, level, bricks, brickShape);
  const [first, last] = ends(counts, 0);
  const [near, far] = ends(counts, strays);
  const half = vector((axis) => ((far[axis]! - near[axis]! + 1) / 2) * stretch[axis]!);
  // how far the box around what reaches the level extends along a direction
  const reach = (direction: Vector): number =>
    dot(
      half,
      vector((axis) => Math.abs(direction[axis]!)),
    );
  return {
    density,
    level,
    outside: level - Math.max(1e-6, Math.abs(level)),
    first,
    last,
    centre: vector((axis) => (near[axis]! + far[axis]!) / 2),
    side: 2 * margin * Math.max(reach(right), reach(down)),
    halfDepth: reach(ahead),
    stretch,
    right,
    down,
    ahead,
    bricks,
    brickShape,
    any: last[0] >= 0,
  };
}

type Counts = readonly [z: Uint32Array, y: Uint32Array, x: Uint32Array];

/** Marks each brick in or beside which a voxel reaches the level; returns how many there are at each z, y and x. */
function findOccupied(
  { data, shape }: Binned,
  level: number,
  bricks: Uint8Array,
  brickShape: Vector,
): Counts {
  const [nz, ny, nx] = shape;
  const counts: Counts = [new Uint32Array(nz), new Uint32Array(ny), new Uint32Array(nx)];
  for (let z = 0, i = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < nx; x++, i++) {
        if (!(data[i]! >= level)) continue;
        occupy(bricks, brickShape, z, y, x);
        counts[0][z]! += 1;
        counts[1][y]! += 1;
        counts[2][x]! += 1;
      }
    }
  }
  return counts;
}

/** First and last place along each axis when a share of what is counted is left out at each end. */
function ends(counts: Counts, share: number): readonly [first: Vector, last: Vector] {
  const all = counts[0].reduce((sum, count) => sum + count, 0);
  const place = (line: Uint32Array, from: number, step: number): number => {
    let seen = 0;
    for (let at = from; at >= 0 && at < line.length; at += step)
      if ((seen += line[at]!) > share * all) return at;
    return -1;
  };
  return [
    vector((axis) => place(counts[axis]!, 0, 1)),
    vector((axis) => place(counts[axis]!, counts[axis]!.length - 1, -1)),
  ];
}

function occupy(bricks: Uint8Array, [bz, by, bx]: Vector, z: number, y: number, x: number): void {
  const reach = brick / 2;
  const low = (at: number): number => Math.max(0, Math.floor((at - reach) / brick));
  const high = (at: number, size: number): number => Math.min(size - 1, Math.floor((at + reach) / brick));
  for (let k = low(z); k <= high(z, bz); k++)
    for (let j = low(y); j <= high(y, by); j++)
      for (let i = low(x); i <= high(x, bx); i++) bricks[(k * by + j) * bx + i] = 1;
}
