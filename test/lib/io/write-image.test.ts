import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { image, readImage, writeImage } from "vitrine";
import type { MrcWriteMode } from "vitrine";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();

test("what does not fit into a mode is refused before anything is written", async () => {
  const path = join(folder, "misfit.mrc");
  const write = (value: number, mode: MrcWriteMode) =>
    writeImage(path, image(Float32Array.of(0, value), { shape: [1, 2], pixelSizeA: 1 }), { mode });
  await expect(write(127.6, "int8")).rejects.toThrow(/mode int8: got 127.5999984741211 at element 1/);
  await expect(write(-1, "uint16")).rejects.toThrow(/wanted values from 0 to 65535/);
  await expect(write(Number.NaN, "int16")).rejects.toThrow(/got NaN/);
  await expect(write(65520, "float16")).rejects.toThrow(/scale the data first/);
  await expect(write(1, "float64" as MrcWriteMode)).rejects.toThrow(/one of int8/);
  expect(readdirSync(folder)).not.toContain("misfit.mrc");
  await write(Number.NEGATIVE_INFINITY, "float16");
  expect((await readImage(path)).data[1]).toBe(Number.NEGATIVE_INFINITY);
});

test("names that promise compression are refused; old files of the same name are replaced", async () => {
  const picture = image(Float32Array.of(1, 2, 3, 4, 5, 6), { shape: [2, 3], pixelSizeA: 1 });
  await expect(writeImage(join(folder, "a.mrc.gz"), picture)).rejects.toThrow(/without .gz/);
  const path = join(folder, "old.mrc");
  writeFileSync(path, "old");
  await writeImage(path, picture);
  expect((await readImage(path)).data).toEqual(picture.data);
});
