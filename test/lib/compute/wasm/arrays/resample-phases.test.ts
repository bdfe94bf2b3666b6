import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jsBackend, wasmBackend } from "vitrine/compute";
import type { Backend, Interpolation, OwnBackend } from "vitrine/compute";
import { rotationFromEuler } from "vitrine/math";
import { distance, noise, put, take } from "../../contract/truth.js";

/** Sums of 64 products in float32, and places good to 1e-7 of a voxel. */
const tolerance = 1e-6;
const backends: OwnBackend[] = [];
beforeAll(async () => {
  backends.push(await wasmBackend({ threads: 0 }), await wasmBackend({ threads: 3 }));
});
afterAll(() => backends.forEach((backend) => backend.stop()));

async function turned(
  backend: Backend,
  shape: readonly [number, number, number],
  matrix: readonly number[],
  interpolation: Interpolation,
): Promise<Float32Array> {
  const length = shape[0] * shape[1] * shape[2];
  const [from, to] = [put(backend, noise(length, 1)), backend.allocate(length, "turned")];
  await backend.resample({ from, to, shape, matrix, offset: [0, 0, 0], interpolation });
  const result = await take(backend, to);
  backend.release(from, to);
  return result;
}

const oblique = rotationFromEuler({ rotDeg: 20, tiltDeg: 40, psiDeg: -75 });
const quarter = [0, -1, 0, 1, 0, 0, 0, 0, 1];

describe.each(["nearest", "linear", "cubic"] as const)("resampling in blocks, %s", (interpolation) => {
  test.each([[[53, 60, 71]], [[1, 509, 600]]] as const)("%j is as on the plain backend", async (shape) => {
    const matrix = shape[0] === 1 ? [0.8, -0.6, 0, 0.6, 0.8, 0, 0, 0, 1] : oblique;
    const ours = await turned(backends[0]!, shape, matrix, interpolation);
    expect(distance(ours, await turned(jsBackend(), shape, matrix, interpolation))).toBeLessThan(tolerance);
    expect(await turned(backends[1]!, shape, matrix, interpolation)).toEqual(ours);
  });
});

test.each(["nearest", "linear"] as const)(
  "a quarter turn moves voxels, exactly: %s",
  async (interpolation) => {
    const n = 61;
    const numbers = noise(n ** 3, 1);
    const ours = await turned(backends[0]!, [n, n, n], quarter, interpolation);
    const wanted = numbers.map((_, at) => {
      const [x, y, z] = [at % n, Math.floor(at / n) % n, Math.floor(at / (n * n))];
      return numbers[(z * n + x) * n + (n - 1 - y)]!;
    });
    expect(ours).toEqual(wanted);
  },
);
