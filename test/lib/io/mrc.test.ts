import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMrc, readVolume } from "vitrine";
import expected from "../../golden/mrc/expected.json" with { type: "json" };
import { inTheMiddle } from "../../support/mrc-bytes.js";

const folder = join(import.meta.dirname, "../../golden/mrc");
const cases = Object.entries(expected).map(([name, wanted]) => [name, wanted] as const);

test.each(cases)("%s: as the Python package mrcfile wrote and read it", async (name, wanted) => {
  const path = join(folder, `${name}.mrc`);
  const { header, data, shape, extendedHeader } = await readMrc(path);
  expect([...shape]).toEqual(wanted.shape);
  expect([...data]).toEqual(wanted.values);
  expect(header.mode).toBe(wanted.mode);
  expect(header.version).toBe(wanted.version);
  expect(header.spaceGroup).toBe(wanted.spaceGroup);
  expect(header.labels).toEqual(["fixed label"]);
  expect(extendedHeader.length).toBe(wanted.extendedBytes);
  const { min, max, mean, rms } = header.statistics;
  if (header.mode !== 4) expect([min, max, mean, rms]).toEqual(wanted.statistics);
  expect((await readMrc(inTheMiddle(readFileSync(path)))).data).toEqual(data);
});

test.each(cases.filter(([, { mode }]) => mode !== 4))("%s as a volume", async (name, wanted) => {
  const map = await readVolume(join(folder, `${name}.mrc`));
  expect([...map.data]).toEqual(wanted.values);
  expect(map.voxelSizeA).toBe(wanted.voxelSizeA);
  expect(map.originA).toEqual(wanted.originA);
  expect(map.source!.warnings).toEqual([]);
});

test("mode 4 keeps real and imaginary parts, and its symmetry text is kept", async () => {
  expect((await readMrc(join(folder, "mode4-complex64.mrc"))).data).toHaveLength(60);
  const { header, extendedHeader } = await readMrc(join(folder, "mode2-float32.mrc"));
  expect(header.extendedType).toBe("CCP4");
  expect(new TextDecoder().decode(extendedHeader.subarray(80)).trim()).toBe("-X,  Y+1/2,  -Z");
});
