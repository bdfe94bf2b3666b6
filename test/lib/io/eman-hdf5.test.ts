import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ctfOfEman, emanHdf5ToModel, isHdf5, readEmanHdf5 } from "../../../lib/src/io/eman-hdf5/index.js";

const folder = join(import.meta.dirname, "../../golden/eman-hdf5");
const file = (name: string): string => join(folder, name);
const golden = JSON.parse(readFileSync(file("expected.json"), "utf8")) as Readonly<
  Record<"images" | "volume" | "bits", readonly number[]>
>;

test("images are read as h5py wrote them, in the order of their numbers", async () => {
  const read = await readEmanHdf5(file("images.hdf"));
  expect(read).toMatchObject({ count: 11, shape: [11, 3, 5], data: Float32Array.from(golden.images) });
  expect(read.headers[10]).toMatchObject({ pixelSizeA: 1.5, shape: [3, 5] });
  expect(emanHdf5ToModel(read)).toMatchObject({
    kind: "image-stack",
    pixelSizeA: 1.5,
    source: { format: "eman-hdf5" },
  });
});

test("only those that are asked for are unpacked", async () => {
  const read = await readEmanHdf5(file("images.hdf"), { first: 2, count: 1 });
  expect(read.data).toEqual(Float32Array.from(golden.images.slice(30, 45)));
  expect(emanHdf5ToModel(read, { pixelSizeA: 2 })).toMatchObject({
    kind: "image",
    shape: [3, 5],
    pixelSizeA: 2,
  });
  await expect(readEmanHdf5(file("images.hdf"), { first: 11 })).rejects.toThrow("first: got 11");
});

test("a volume of the other byte order", async () => {
  const read = await readEmanHdf5(file("volume.hdf"));
  expect(emanHdf5ToModel(read)).toMatchObject({
    kind: "volume",
    shape: [2, 3, 5],
    data: Float32Array.from(golden.volume),
  });
});

test("values of a few bits run from the lowest to the highest", async () => {
  const { data, shape } = await readEmanHdf5(file("bits.hdf"));
  expect(shape).toEqual([1, 7, 3]);
  for (const [i, value] of golden.bits.entries()) expect(data[i]).toBeCloseTo(value, 6);
});

test("CTFs come in the library's units: Å, U and V, a fraction", () => {
  expect(ctfOfEman("E1.25 0.1 30 120 10 300 2.7 1.5 0.01 0")).toMatchObject({
    defocusUA: 13000,
    defocusVA: 12000,
    defocusAngleDeg: 30,
    amplitudeContrast: 0.1,
    voltageKV: 300,
    csMm: 2.7,
    bFactorA2: 120,
  });
  for (const other of [
    "",
    "E",
    "O1 2 3 4 5 6 7",
    "E1 0 0 0 10 0 2.7",
    "E1 0 0 0 120 300 2.7",
    "Ex 0 0 0 10 300 2.7",
  ]) {
    expect(ctfOfEman(other)).toBeUndefined();
  }
});

test("sizes that differ, links to other files, and files that are too large are refused", async () => {
  await expect(readEmanHdf5(file("sizes.hdf"))).rejects.toThrow("size of image 1: got [2, 5], wanted [3, 5]");
  await expect(readEmanHdf5(file("link.hdf"))).rejects.toThrow("MDF/images/0/image: got ExternalLink");
  await expect(readEmanHdf5(file("images.hdf"), { maxFileBytes: 100 })).rejects.toThrow("wanted at most 100");
  await expect(readEmanHdf5(new Uint8Array(100))).rejects.toThrow("mark: got other bytes");
  expect(isHdf5(readFileSync(file("images.hdf")))).toBe(true);
});

test("a file that is cut off or damaged is an error that says so, or is read all the same", async () => {
  const bytes = new Uint8Array(readFileSync(file("volume.hdf")));
  for (let i = 0; i < 120; i++) {
    const at = (i * 7919) % bytes.length;
    const damaged =
      i % 2 === 0 ? bytes.slice(0, at) : Uint8Array.from(bytes).fill(255 - bytes[at]!, at, at + 1);
    const outcome = await readEmanHdf5(damaged).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toMatchObject({ tag: "format" });
  }
  expect((await readEmanHdf5(bytes)).data).toEqual(Float32Array.from(golden.volume));
});
