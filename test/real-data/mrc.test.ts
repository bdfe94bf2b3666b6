import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { feiMetadata, readImage, readMrc, readMrcHeader, readVolume, statistics } from "vitrine";
import { realDataTest } from "../support/shared-data.js";

const mrcfile = "ccpem__mrcfile/tests/test_data";
const sum = (data: Float32Array) => data.reduce((a, b) => a + b, 0);

describe("EMD-3197, plain, in gzip and in bzip2", () => {
  const files = ["EMD-3197.map", "emd_3197.map.gz", "EMD-3197.map.bz2"].map((name) => `${mrcfile}/${name}`);
  realDataTest("all three hold the same map, with the known values", files, async (...paths) => {
    const maps = await Promise.all(paths.map((path) => readVolume(path)));
    const { data, shape, voxelSizeA, originA } = maps[0]!;
    for (const map of maps) expect(map.data).toEqual(data);
    expect(shape).toEqual([20, 20, 20]);
    const at = (z: number, y: number, x: number) => data[(z * 20 + y) * 20 + x];
    const known = [-1.8013091, 4.620779, 5.0373931, 1.3078574];
    [at(0, 0, 0), at(9, 6, 13), at(9, 6, 14), at(19, 19, 19)].forEach((value, i) =>
      expect(value).toBeCloseTo(known[i]!, 7),
    );
    expect(Math.abs(sum(data) - 6268.896)).toBeLessThan(1e-3 * 6268.896);
    expect(voxelSizeA).toBeCloseTo(11.4, 6);
    // NXSTART is -2
    expect(originA[0]).toBeCloseTo(-22.8, 6);
    const header = await readMrcHeader(paths[1]!);
    expect(header.extendedBytes).toBe(0);
    expect(header.machineStamp).toEqual([0x44, 0x41, 0, 0]);
    const { min, max, mean, sd } = statistics(data);
    const written = header.statistics;
    [min - written.min, max - written.max, mean - written.mean, sd - written.rms].forEach((difference) =>
      expect(Math.abs(difference)).toBeLessThan(1e-5),
    );
  });
});

describe("axes in another order", () => {
  const names = ["EMD-3001.map", "emd_3001.map.gz", "EMD-3001.map.bz2"].map((name) => `${mrcfile}/${name}`);
  realDataTest(
    "EMD-3001: columns along z, two symmetry records, a cell that is not rectangular",
    names,
    async (...paths) => {
      const mrc = await readMrc(paths[0]!);
      expect([...mrc.shape].reverse()).toEqual([73, 43, 25]);
      expect(mrc.header.axes).toEqual([3, 1, 2]);
      expect(mrc.header.extendedBytes).toBe(160);
      const text = new TextDecoder().decode(mrc.extendedHeader);
      expect(text.slice(0, 80).trim()).toBe("X,  Y,  Z");
      expect(text.slice(80).trim()).toBe("-X,  Y+1/2,  -Z");
      const map = await readVolume(paths[0]!);
      expect(map.shape).toEqual([73, 25, 43]);
      // stored [section y][row x][column z]
      const stored = (x: number, y: number, z: number) => mrc.data[(y * 43 + x) * 73 + z];
      for (const [x, y, z] of [
        [0, 0, 0],
        [42, 24, 72],
        [1, 2, 3],
        [40, 7, 66],
      ] as const) {
        expect(map.data[(z * 25 + y) * 43 + x]).toBe(stored(x, y, z));
      }
      expect(map.voxelSizesA).toEqual([0.45875, 0.3925, 0.44825]);
      // start words 0, -21, -12 for columns (z), rows (x), sections (y)
      [-21 * 0.44825, -12 * 0.3925, 0].forEach((at, axis) => expect(map.originA[axis]).toBeCloseTo(at, 5));
      expect(map.source!.warnings.join()).toMatch(/not rectangular/);
      for (const path of paths.slice(1)) expect((await readVolume(path)).data).toEqual(map.data);
    },
  );
  realDataTest("5i55: columns along y", ["project-gemmi__gemmi/tests/5i55_tiny.ccp4"], async (path) => {
    const header = await readMrcHeader(path);
    expect([header.columns, header.rows, header.sections]).toEqual([8, 6, 10]);
    expect(header).toMatchObject({ version: 0, sampling: [60, 24, 60], spaceGroup: 4, axes: [2, 1, 3] });
    const map = await readVolume(path);
    expect(map.shape).toEqual([10, 8, 6]);
    [-8 * (29.45 / 60), 50 * (10.5 / 24), 40 * (29.7 / 60)].forEach((at, axis) =>
      expect(map.originA[axis]).toBeCloseTo(at, 4),
    );
  });
  realDataTest(
    "a cut of a cell with columns along z",
    ["cctbx__cctbx_project/iotbx/ccp4_map/ccp4_20_21_22_to_30_40_50.ccp4"],
    async (path) => {
      const { cellA, sampling } = await readMrcHeader(path);
      expect(sampling).toEqual([55, 59, 61]);
      [24.53101921081543, 24.61971664428711, 26.457056045532227].forEach((length, i) =>
        expect(cellA[i]).toBeCloseTo(length, 6),
      );
      const map = await readVolume(path);
      expect([...map.shape].reverse()).toEqual([11, 20, 29]);
      const [z, y, x] = map.voxelSizesA!;
      expect(
        [map.originA[0] / x, map.originA[1] / y, map.originA[2] / z].map((at) => Number(at.toFixed(4))),
      ).toEqual([20, 21, 22]);
    },
  );
  realDataTest(
    "values 1 to 192, counted along z, then y, then x",
    ["MDAnalysis__GridDataFormats/gridData/tests/datafiles/test.ccp4"],
    async (path) => {
      const map = await readVolume(path);
      const [nz, ny, nx] = [6, 4, 8];
      expect(map.shape).toEqual([nz, ny, nx]);
      for (let i = 0; i < 192; i++) {
        const [x, y, z] = [i % nx, Math.floor(i / nx) % ny, Math.floor(i / nx / ny)];
        expect(map.data[i]).toBe(1 + z + nz * (y + ny * x));
      }
      [2 / 3, 0.5, 0.75].forEach((size, axis) => expect(map.voxelSizesA![axis]).toBeCloseTo(size, 6));
      expect(map.originA).toEqual([0, 0, 0]);
    },
  );
});

describe("headers that are partly wrong", () => {
  const imp = "salilab__imp/modules/em/test/input";
  realDataTest(
    "axes 10, 11, 12 are an error; NaN statistics and stamp 0 are not",
    [`${imp}/invalid_axes.mrc`, `${imp}/mini.mrc`],
    async (bad, mini) => {
      await expect(readVolume(bad)).rejects.toMatchObject({ name: "FormatError", field: "MAPC, MAPR, MAPS" });
      const map = await readVolume(mini);
      expect(map.shape).toEqual([8, 10, 8]);
      expect(map.voxelSizeA).toBe(4);
      expect(map.originA).toEqual([55, 75, -44]);
      expect(map.source!.warnings.join()).toMatch(/MACHST is 00 00 00 00/);
      expect(statistics(map.data).max).toBeCloseTo(1.1722, 4);
    },
  );
  const celeritas = "hyperspy__rosettasciio/rsciio/tests/de_data/celeritas_data/256x256_Prebuffer1";
  realDataTest(
    "a gain and a dark reference with NZ 32766 and one plane",
    [`${celeritas}/Movie_00784.seq.gain.mrc`, `${celeritas}/Movie_00785.seq.dark.mrc`],
    async (gainPath, darkPath) => {
      await expect(readImage(gainPath)).rejects.toThrow(/CELLA.*pass \{ pixelSizeA \}/);
      const gain = await readImage(gainPath, { pixelSizeA: 1 });
      expect(gain.shape).toEqual([256, 256]);
      expect(gain.source!.warnings.join()).toMatch(/NZ is 32766 but the file holds exactly MZ = 1/);
      const { min, max, mean } = statistics(gain.data);
      expect([min, max, mean].map((value) => Number(value.toFixed(3)))).toEqual([0.335, 10, 1.46]);
      const dark = statistics((await readImage(darkPath, { pixelSizeA: 1 })).data);
      expect([dark.mean, dark.sd].map((value) => Number(value.toFixed(1)))).toEqual([309.4, 43.2]);
    },
  );
});

realDataTest(
  "a STEM image with 1024 records of metadata",
  ["hyperspy__rosettasciio/rsciio/tests/data/mrc/HAADFscan.mrc.gz"],
  async (path) => {
    const picture = await readImage(path);
    expect(picture.shape).toEqual([16, 16]);
    expect(picture.pixelSizeA).toBeCloseTo(56.79131, 4);
    const { mean, min, max } = statistics(picture.data);
    expect([min, max, Number(mean.toFixed(1))]).toEqual([3923, 9399, 6066.2]);
    const mrc = await readMrc(path);
    expect(mrc.header.extendedType).toBe("FEI2");
    const records = feiMetadata(mrc);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      recordBytes: 888,
      recordVersion: 2,
      voltageKV: 300,
      microscope: "Spectra",
      microscopeId: "3814",
      application: "Velox",
    });
    expect(records[0]!.pixelSizeA! / 10).toBeCloseTo(5.679131317138672, 6);
  },
);

realDataTest("a real map cut off anywhere is an error", [`${mrcfile}/EMD-3197.map`], async (path) => {
  const bytes = new Uint8Array(readFileSync(path));
  for (const length of [0, 1, 1023, 1024, 1025, 20000, bytes.length - 1]) {
    await expect(readVolume(bytes.subarray(0, length))).rejects.toMatchObject({
      name: "FormatError",
      field: "size",
    });
  }
});
