import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { imageStack, readImageStack, readMrcHeader, writeImageStack } from "vitrine";
import { inTheMiddle } from "../../support/mrc-bytes.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();

test("an array that starts in the middle of its buffer", async () => {
  const data = new Float32Array(new ArrayBuffer(4 * 40), 4 * 7, 30).map((_, i) => i / 3);
  const view = new Float32Array(Float32Array.from([...Array(7).fill(9), ...data]).buffer, 28, 30);
  const path = join(folder, "view.mrcs");
  await writeImageStack(path, imageStack(view, { shape: [5, 2, 3], pixelSizeA: 2 }));
  expect((await readImageStack(path)).data).toEqual(data);
  expect((await readImageStack(inTheMiddle(readFileSync(path)))).data).toEqual(data);
  expect((await readImageStack(path, { first: 3, count: 1 })).data).toEqual(data.slice(18, 24));
});

test("its header says stack: ISPG 0, MZ 1", async () => {
  const path = join(folder, "stack.mrc");
  await writeImageStack(path, imageStack(new Float32Array(24), { shape: [2, 3, 4], pixelSizeA: 1.5 }));
  expect(await readMrcHeader(path)).toMatchObject({
    spaceGroup: 0,
    sampling: [4, 3, 1],
    cellA: [6, 4.5, 1.5],
  });
  expect((await readImageStack(path)).shape).toEqual([2, 3, 4]);
});
