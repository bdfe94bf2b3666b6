import { describe, expect, test } from "vitest";
import { memorySource, readVolume } from "vitrine";
import { mrcBytes, ramp } from "../../support/mrc-bytes.js";

const named = (name: string, parts: Parameters<typeof mrcBytes>[0] = {}) =>
  memorySource(mrcBytes({ data: ramp(24), ...parts }), { name });

describe("where the first voxel lies", () => {
  const origin = async (parts: Parameters<typeof mrcBytes>[0]) =>
    (await readVolume(named("a.mrc", parts))).originA;
  test("ORIGIN words where one is not 0", async () =>
    expect(await origin({ floats: { 204: -7.5 }, ints: { 16: 5 } })).toEqual([0, 0, -7.5]));
  test("else START words times the voxel size", async () =>
    expect(await origin({ ints: { 16: -2, 20: 0, 24: 3 } })).toEqual([-3, 0, 4.5]));
  test("a broken ORIGIN is taken as 0", async () =>
    expect(await origin({ floats: { 196: Number.NaN } })).toEqual([0, 0, 0]));
});

test("voxel size is the cell over its sampling, not over the file's size", async () => {
  const map = await readVolume(
    named("a.mrc", { ints: { 28: 40, 32: 30, 36: 20 }, floats: { 40: 42.4, 44: 31.8, 48: 21.2 } }),
  );
  expect(map.voxelSizeA).toBe(1.06);
});

test("ISPG 401 is a stack of volumes", async () => {
  const volumes = { ints: { 88: 401, 36: 1 } };
  expect([...(await readVolume(named("a.mrc", volumes), { index: 1 })).data]).toEqual([...ramp12]);
  await expect(readVolume(named("a.mrc", volumes))).rejects.toThrow(
    /index: got none, wanted a whole number from 0 to 1/,
  );
  await expect(readVolume(named("a.mrc", volumes), { index: 2 })).rejects.toThrow(/index: got 2/);
});

const ramp12 = Array.from({ length: 12 }, (_, i) => i + 12);

test("stops when asked, and tells how far it is", async () => {
  const signal = AbortSignal.abort(new Error("stopped"));
  await expect(readVolume(named("a.mrc"), { signal })).rejects.toThrow("stopped");
  const seen: number[] = [];
  await readVolume(named("a.mrc"), { onProgress: ({ done, total }) => seen.push(done / total!) });
  expect(seen.at(-1)).toBe(1);
});
