import { execFileSync } from "node:child_process";
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  addWhiteNoise,
  describe as described,
  feiMetadata,
  memorySource,
  readImage,
  readImageStack,
  readMrc,
  readMrcHeader,
  readVolume,
  statistics,
} from "vitrine";
import { floatBytes, mrcBytes, ramp } from "../../../support/mrc-bytes.js";
import { temporaryFolder } from "../../../support/temporary.js";

/** Numbers in the names are those of the project's list of bad inputs. */
const folder = temporaryFolder();
const refused = async (bytes: Uint8Array, field: string, got: string | RegExp) => {
  const error = await readVolume(memorySource(bytes, { name: "bad.mrc" })).then(
    () => expect.fail("was read"),
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: "FormatError", file: "bad.mrc", field });
  expect((error as Error).message).toMatch(got);
};
const warned = async (bytes: Uint8Array, warning: RegExp, options = {}) => {
  const map = await readVolume(bytes, options);
  expect(map.source!.warnings.join("\n")).toMatch(warning);
  return map;
};
const fei = (first: number) => {
  const extended = new Uint8Array(2 * 768);
  new DataView(extended.buffer).setInt32(0, first, true);
  return extended;
};

describe("refused, naming file, field, what was got and what was wanted", () => {
  test("1 empty file", () => refused(new Uint8Array(0), "size", /got 0 bytes, wanted at least 1024/));
  test("2 1023 bytes", () => refused(mrcBytes().slice(0, 1023), "size", /got 1023 bytes/));
  test("3 header only", () =>
    refused(mrcBytes().slice(0, 1024), "size", /got 1024 bytes, wanted 1120 for 4 x 3 x 2/));
  test("4 NX = 0", () => refused(mrcBytes({ ints: { 0: 0 } }), "NX", /got 0/));
  test("5 NX = -1, NY = -1, NZ = -1", async () => {
    await refused(mrcBytes({ ints: { 0: -1 } }), "NX", /got -1/);
    await refused(mrcBytes({ ints: { 4: -1 } }), "NY", /got -1/);
    await refused(mrcBytes({ ints: { 8: -1 } }), "NZ", /got -1/);
  });
  test("6 sizes whose product overflows 32 bits", () =>
    refused(
      mrcBytes({ ints: { 0: 46341, 4: 46341, 8: 1 } }),
      "size",
      /wanted 8589954148 for 46341 x 46341 x 1/,
    ));
  test("8 MODE 3, 7, -1, 99", async () => {
    for (const mode of [3, 7, -1, 99]) {
      await refused(
        mrcBytes({ ints: { 12: mode } }),
        "MODE",
        `got ${mode}, wanted one of 0, 1, 2, 4, 6, 12, 101`,
      );
    }
  });
  test("9 MODE 4 where real values are needed", () =>
    refused(mrcBytes({ mode: 4 }), "MODE", /complex.*readMrc/));
  test("11 NSYMBT = -4", () => refused(mrcBytes({ ints: { 92: -4 } }), "NSYMBT", /got -4/));
  test("12 NSYMBT beyond the file", () =>
    refused(mrcBytes({ ints: { 92: 5000 } }), "NSYMBT", /got 5000 bytes/));
  test("15 FEI records of size 0, or larger than the extended header", async () => {
    for (const size of [0, -1, 4, 2 * 768 + 1, 2 ** 31 - 1]) {
      const mrc = await readMrc(mrcBytes({ extended: fei(size), text: { 104: "FEI1" } }));
      expect(() => feiMetadata(mrc)).toThrow(/record size: got/);
    }
  });
  test("19 no MAP, unless asked for", async () => {
    const bytes = mrcBytes({ ints: { 208: 0 }, text: { 208: "\0\0\0\0" } });
    await refused(bytes, "MAP", /permissive: true/);
    await warned(bytes, /MAP is missing/, { permissive: true });
  });
  test("19 a text file", () =>
    refused(
      new TextEncoder().encode("data_particles\n\nloop_\n".repeat(100)),
      "MAP",
      /looks like a text file/,
    ));
  test("20 cut off by one byte", () =>
    refused(mrcBytes().slice(0, -1), "size", /got 1119 bytes, wanted 1120/));
  test("22 axes 1, 1, 2 and 10, 11, 12", async () => {
    await refused(mrcBytes({ ints: { 64: 1, 68: 1, 72: 2 } }), "MAPC, MAPR, MAPS", /got \[1, 1, 2\]/);
    await refused(mrcBytes({ ints: { 64: 10, 68: 11, 72: 12 } }), "MAPC, MAPR, MAPS", /got \[10, 11, 12\]/);
  });
  test.each([Number.NaN, Number.POSITIVE_INFINITY, -3, 0])("24 CELLA %d", async (length) => {
    const bytes = mrcBytes({ floats: { 40: length } });
    await refused(bytes, "CELLA", /pass \{ voxelSizeA \}/);
    expect((await readMrcHeader(bytes)).warnings.join()).toMatch(/gives no voxel size/);
    expect((await readVolume(bytes, { voxelSizeA: 1.2 })).voxelSizeA).toBe(1.2);
  });
  test("25 MX = 0", () => refused(mrcBytes({ ints: { 28: 0 } }), "MX", /got 0/));
  test("30 ISPG 401 with NZ not a multiple of MZ", async () => {
    await refused(mrcBytes({ size: [4, 3, 5], ints: { 88: 401, 36: 2 } }), "MZ", /NZ 5 in volumes of MZ 2/);
    await refused(mrcBytes({ size: [4, 3, 5], ints: { 88: 401, 36: 0 } }), "MZ", /MZ 0/);
  });
  test("36 xz, zstd and zip by their first bytes, and gzip that is not", async () => {
    await refused(Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1, 2), "compression", /got xz/);
    await refused(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 1, 2), "compression", /got zstd/);
    await refused(Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2), "compression", /got zip/);
    await refused(Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7), "gzip data", /intact gzip/);
    await refused(Uint8Array.of(0x42, 0x5a, 0x68, 0x39, 1, 2, 3, 4, 5, 6, 7), "bzip2 data", /block mark/);
    const path = join(folder, "plain.mrc.gz");
    writeFileSync(path, mrcBytes());
    expect((await readVolume(path)).shape).toEqual([2, 3, 4]);
  });
});

describe("accepted with a warning", () => {
  test("10 MODE 101 with odd NX: rows end on whole bytes, low four bits first", async () => {
    const data = Uint8Array.of(0x21, 0x03, 0x54, 0x06);
    const map = await readVolume(mrcBytes({ size: [3, 2, 1], mode: 101, data }), {});
    expect([...map.data]).toEqual([1, 2, 3, 4, 5, 6]);
  });
  test("13 NSYMBT not a multiple of its records", () =>
    warned(
      mrcBytes({ extended: new Uint8Array(81), text: { 104: "CCP4" } }),
      /not a multiple of CCP4's records/,
    ));
  test("14 unknown EXTTYP: bytes kept", async () => {
    const bytes = mrcBytes({ extended: Uint8Array.of(9, 8, 7), text: { 104: "WHAT" } });
    await warned(bytes, /EXTTYP "WHAT" is not known/);
    expect([...(await readMrc(bytes)).extendedHeader]).toEqual([9, 8, 7]);
  });
  test("16 machine stamp 0", async () => {
    for (const littleEndian of [true, false]) {
      const bytes = mrcBytes({ littleEndian, ints: { 212: 0 }, data: ramp(24, littleEndian) });
      const map = await warned(bytes, /MACHST is 00 00 00 00/);
      expect(map.data[23]).toBe(23);
    }
  });
  test("17 big-endian", async () => {
    const map = await readVolume(mrcBytes({ littleEndian: false, data: ramp(24, false) }));
    expect([...map.data]).toEqual([...Array(24).keys()]);
    expect(map.source!.warnings).toEqual([]);
  });
  test("18 machine stamp contradicts MODE", async () => {
    const bytes = mrcBytes({ littleEndian: false, data: ramp(24, false) });
    bytes.set([0x44, 0x44], 212);
    expect((await warned(bytes, /MACHST contradicts/)).data[23]).toBe(23);
  });
  test("21 10 MB behind the data", async () => {
    const bytes = new Uint8Array(1120 + 10e6);
    bytes.set(mrcBytes());
    await warned(bytes, /10000000 bytes behind the data/);
    await warned(gzipSync(bytes), /bytes behind the data/);
  });
  test("26 voxels that are not cubes", async () => {
    const map = await warned(mrcBytes({ floats: { 48: 4 } }), /voxel sizes differ/);
    expect(map.voxelSizesA).toEqual([2, 1.5, 1.5]);
  });
  test("27 NLABL 99 and -1", async () => {
    for (const count of [99, -1]) await warned(mrcBytes({ ints: { 220: count } }), /NLABL is/);
  });
  test("28 labels with NUL, ESC, markup and bidirectional signs", async () => {
    const label = "a\u0000b\u001b[31m<script>\u009b";
    const { labels } = await readMrcHeader(mrcBytes({ ints: { 220: 1 }, text: { 224: label } }));
    expect(labels[0]).toMatch(/^a\\u0000b\\u001b\[31m<script>/);
    expect(labels[0]).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });
  test("29 ISPG 0 with MZ not 1", () =>
    warned(mrcBytes({ ints: { 88: 0 } }), /ISPG 0 says image stack but MZ is 2/));
  test("31 all values NaN or infinite", async () => {
    const map = await warned(
      mrcBytes({ data: floatBytes([...Array(23).fill(Number.NaN), Number.POSITIVE_INFINITY]) }),
      /24 values are not finite/,
    );
    expect(statistics(map.data).notFinite).toBe(24);
    expect(described(map)).toContain("24 not finite");
  });
});

test("7 sizes of 2^31 - 1 are refused in under 10 ms and 10 MB", async () => {
  const bytes = mrcBytes({ ints: { 0: 2 ** 31 - 1, 4: 2 ** 31 - 1, 8: 2 ** 31 - 1 } }).slice(0, 1024);
  const path = join(folder, "huge.mrc");
  writeFileSync(path, bytes);
  // the best of some tries: the first loads modules, and other work on the machine is not ours
  const tries: { ms: number; rss: number }[] = [];
  for (let i = 0; i < 8; i++) {
    const [rss, start] = [process.memoryUsage().rss, performance.now()];
    await expect(readVolume(path)).rejects.toThrow(/size: got 1024 bytes/);
    tries.push({ ms: performance.now() - start, rss: process.memoryUsage().rss - rss });
  }
  expect(Math.min(...tries.map(({ ms }) => ms))).toBeLessThan(10);
  expect(Math.min(...tries.map(({ rss }) => rss))).toBeLessThan(10e6);
  await expect(readVolume(gzipSync(bytes))).rejects.toThrow(/expanded size: got promises/);
});

test("23 axes 3, 2, 1 are put in order", async () => {
  // stored with z fastest: value = z + 10 y + 100 x
  const [nx, ny, nz] = [2, 3, 4];
  const stored = [];
  for (let x = 0; x < nx; x++)
    for (let y = 0; y < ny; y++) for (let z = 0; z < nz; z++) stored.push(z + 10 * y + 100 * x);
  const bytes = mrcBytes({
    size: [nz, ny, nx],
    ints: { 64: 3, 68: 2, 72: 1, 16: 7, 20: 8, 24: 9, 28: nx, 32: ny, 36: nz },
    floats: { 40: 2 * nx, 44: 2 * ny, 48: 2 * nz },
    data: floatBytes(stored),
  });
  const map = await readVolume(bytes);
  expect(map.shape).toEqual([nz, ny, nx]);
  expect(map.data[(3 * ny + 2) * nx + 1]).toBe(123);
  // start words follow the file's axes: columns, which run along z, start at 7
  expect(map.originA).toEqual([18, 16, 14]);
});

test("32 a constant image has no signal to scale noise by, and says so", async () => {
  const flat = await readVolume(mrcBytes({ data: floatBytes(Array(24).fill(3)) }));
  expect(described(flat)).toContain("sd 0");
  await expect(addWhiteNoise(flat, { snr: 1, seed: 1 })).rejects.toThrow(
    /standard deviation of the signal: got 0/,
  );
});

test("33 half floats down to the subnormal ones are exact", async () => {
  const halves = [0x0001, 0x03ff, 0x0400, 0x8001, 0x7bff, 0x3c00, 0x7c00, 0xfc00];
  const data = new Uint8Array(Uint16Array.from(halves).buffer);
  const map = await readVolume(mrcBytes({ size: [8, 1, 1], mode: 12, data }));
  const tiny = 2 ** -24;
  expect([...map.data]).toEqual([tiny, 1023 * tiny, 2 ** -14, -tiny, 65504, 1, Infinity, -Infinity]);
});

test("34 one image of a sparse 200 GB stack", async () => {
  const path = join(folder, "sparse.mrcs");
  const [nx, ny, nz] = [4096, 4096, 3000];
  const handle = openSync(path, "w");
  writeSync(handle, mrcBytes({ size: [nx, ny, nz], ints: { 36: 1, 88: 0 }, data: new Uint8Array(0) }));
  try {
    ftruncateSync(handle, 1024 + 4 * nx * ny * nz);
    writeSync(handle, ramp(3), 0, 12, 1024 + 4 * nx * ny * 2999);
  } finally {
    closeSync(handle);
  }
  const before = process.memoryUsage().rss;
  const picture = await readImage(path, { index: 2999 });
  expect([...picture.data.slice(0, 4)]).toEqual([0, 1, 2, 0]);
  // one frame is 67 MB, a block 4 MB
  expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  await expect(readImageStack(path)).rejects.toThrow(/GB/);
  truncateSync(path, 0);
});

test("35 a file that shrinks while it is read", async () => {
  const bytes = mrcBytes();
  const shrinking = {
    ...memorySource(bytes, { name: "shrinking.mrc" }),
    read: (offset: number, length: number) =>
      Promise.resolve(bytes.subarray(offset, Math.min(1060, offset + length))),
  };
  await expect(readVolume(shrinking)).rejects.toMatchObject({
    name: "FormatError",
    file: "shrinking.mrc",
    field: "data",
  });
});

test("37 names too long, with newline and quote, are escaped", async () => {
  await expect(readVolume("x".repeat(4096))).rejects.toMatchObject({ name: "FileError" });
  const path = join(folder, 'new\nline"quote.mrc');
  writeFileSync(path, "no");
  const error = await readVolume(path).catch((reason: unknown) => reason as Error);
  expect((error as Error).message).toContain('new\\u000aline"quote.mrc');
  expect((error as Error).message).not.toContain("\n");
});

test("68 a missing file, a folder, a pipe, a device and a loop of links", async () => {
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  mkdirSync(join(folder, "folder.mrc"));
  execFileSync("ln", ["-s", "loop.mrc", join(folder, "loop.mrc")]);
  await expect(readVolume(join(folder, "none.mrc"))).rejects.toThrow(/got no such file/);
  await expect(readVolume(join(folder, "folder.mrc"))).rejects.toThrow(/got a folder/);
  await expect(readVolume(join(folder, "loop.mrc"))).rejects.toThrow(/links that lead in a circle/);
  for (const path of [pipe, "/dev/zero", "a\0b"]) {
    await expect(readVolume(path)).rejects.toMatchObject({ name: "FileError" });
  }
});
