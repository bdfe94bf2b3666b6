import { join } from "node:path";
import { expect, test } from "vitest";
import { readMrcHeader, readVolume, volume, writeVolume } from "vitrine";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();

test("its header says volume, and voxels that are not cubes come back", async () => {
  const path = join(folder, "box.mrc");
  await writeVolume(path, volume(new Float32Array(24), { shape: [2, 3, 4], voxelSizeA: [3, 2, 1] }));
  expect((await readVolume(path)).voxelSizesA).toEqual([3, 2, 1]);
  expect(await readMrcHeader(path)).toMatchObject({
    spaceGroup: 1,
    sampling: [4, 3, 2],
    cellA: [4, 6, 6],
    version: 20141,
    labels: ["Vitrine: volume"],
  });
});

test("tells how far it is and stops when asked", async () => {
  const map = volume(new Float32Array(128 ** 3), { shape: [128, 128, 128], voxelSizeA: 1 });
  const seen: number[] = [];
  await writeVolume(join(folder, "a.mrc"), map, {
    onProgress: ({ done, total }) => seen.push(done / total!),
  });
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.at(-1)).toBe(1);
  const signal = AbortSignal.abort(new Error("stopped"));
  await expect(writeVolume(join(folder, "b.mrc"), map, { signal })).rejects.toThrow("stopped");
});
