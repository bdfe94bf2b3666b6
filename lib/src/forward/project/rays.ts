import type { Task } from "../../core/index.js";
import { originIndex, zerosLike } from "../../array/index.js";
import type { RealArray } from "../../array/index.js";
import type { Rotation } from "../../math/index.js";

/** Sums of the map `[n, n, n]` along the rays of an image `[n, n]`, in the precision of the map. */
export async function raySums<T extends RealArray>(
  map: T,
  n: number,
  rotation: Rotation,
  task: Task,
): Promise<T> {
  const out = zerosLike(map, n * n);
  await forEachRay(n, rotation, task, (pixel, ray) => {
    let sum = 0;
    for (let step = ray.first; step <= ray.last; step++) {
      sum += readTrilinear(map, n, ray.x + step * ray.dx, ray.y + step * ray.dy, ray.z + step * ray.dz);
    }
    out[pixel] = sum;
  });
  return out;
}

/** Spreads the pixels of an image along their rays through a map: the adjoint of {@link raySums}. */
export async function spreadAlongRays<T extends RealArray>(
  picture: T,
  n: number,
  rotation: Rotation,
  task: Task,
): Promise<T> {
  const out = zerosLike(picture, n ** 3);
  await forEachRay(n, rotation, task, (pixel, ray) => {
    for (let step = ray.first; step <= ray.last; step++) {
      const [x, y, z] = [ray.x + step * ray.dx, ray.y + step * ray.dy, ray.z + step * ray.dz];
      addTrilinear(out, n, x, y, z, picture[pixel]!);
    }
  });
  return out;
}

/** The points `(x, y, z) + step (dx, dy, dz)` of a ray, in voxels from the corner of the map, that can meet the map. */
interface Ray {
  x: number;
  y: number;
  z: number;
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
  first: number;
  last: number;
}

/** Visits the rays of all pixels: pixel (x', y') sees the map at `R^T (x', y', step)`, all from the origins. */
async function forEachRay(
  n: number,
  [xx, xy, xz, yx, yy, yz, zx, zy, zz]: Rotation,
  task: Task,
  visit: (pixel: number, ray: Ray) => void,
): Promise<void> {
  const origin = originIndex(n);
  const ray: Ray = { x: 0, y: 0, z: 0, dx: zx, dy: zy, dz: zz, first: 0, last: 0 };
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const [u, v] = [column - origin, row - origin];
      ray.x = origin + u * xx + v * yx;
      ray.y = origin + u * xy + v * yy;
      ray.z = origin + u * xz + v * yz;
      clip(ray, n);
      visit(row * n + column, ray);
    }
    const pause = task.breathe();
    if (pause !== undefined) await pause;
    task.report({ stage: "rays", done: row + 1, total: n });
  }
}

/** Leaves out the steps that lie outside the map on one side; a step too many costs time, none is missing. */
function clip(ray: Ray, n: number): void {
  ray.first = -2 * n;
  ray.last = 2 * n;
  clipAxis(ray, ray.x, ray.dx, n);
  clipAxis(ray, ray.y, ray.dy, n);
  clipAxis(ray, ray.z, ray.dz, n);
}

function clipAxis(ray: Ray, at: number, along: number, n: number): void {
  if (along === 0) return;
  const [a, b] = [(-1 - at) / along, (n - at) / along];
  ray.first = Math.max(ray.first, Math.floor(Math.min(a, b)));
  ray.last = Math.min(ray.last, Math.ceil(Math.max(a, b)));
}

function readTrilinear(map: RealArray, n: number, x: number, y: number, z: number): number {
  const [x0, y0, z0] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  let sum = 0;
  for (let iz = Math.max(z0, 0); iz <= z0 + 1 && iz < n; iz++) {
    const wz = 1 - Math.abs(z - iz);
    for (let iy = Math.max(y0, 0); iy <= y0 + 1 && iy < n; iy++) {
      const wzy = wz * (1 - Math.abs(y - iy));
      const row = (iz * n + iy) * n;
      for (let ix = Math.max(x0, 0); ix <= x0 + 1 && ix < n; ix++) {
        sum += wzy * (1 - Math.abs(x - ix)) * map[row + ix]!;
      }
    }
  }
  return sum;
}

/** The adjoint of {@link readTrilinear}. */
function addTrilinear(map: RealArray, n: number, x: number, y: number, z: number, value: number): void {
  const [x0, y0, z0] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  for (let iz = Math.max(z0, 0); iz <= z0 + 1 && iz < n; iz++) {
    const wz = value * (1 - Math.abs(z - iz));
    for (let iy = Math.max(y0, 0); iy <= y0 + 1 && iy < n; iy++) {
      const wzy = wz * (1 - Math.abs(y - iy));
      const row = (iz * n + iy) * n;
      for (let ix = Math.max(x0, 0); ix <= x0 + 1 && ix < n; ix++) {
        map[row + ix]! += wzy * (1 - Math.abs(x - ix));
      }
    }
  }
}
