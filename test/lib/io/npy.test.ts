import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { memorySource, volume } from "vitrine";
import {
  encodeNpy,
  npyToModel,
  parseDtype,
  parseFields,
  readNpy,
  readNpyHeader,
  readRecords,
  writeNpy,
} from "../../../lib/src/io/npy/index.js";
import { parseLiteral } from "../../../lib/src/io/npy/literal.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();

/** A file of numpy's: its header, and the bytes behind it. */
function npy(header: string, data: Uint8Array, version: 1 | 2 | 3 = 1): Uint8Array {
  const text = new TextEncoder().encode(header);
  const length =
    version === 1 ? [text.length & 255, text.length >> 8] : [text.length & 255, text.length >> 8, 0, 0];
  return Uint8Array.from([
    0x93,
    ...new TextEncoder().encode("NUMPY"),
    version,
    0,
    ...length,
    ...text,
    ...data,
  ]);
}

describe("a literal of Python", () => {
  test.each([
    [
      "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }",
      { descr: "<f4", fortran_order: false, shape: [3, 4] },
    ],
    [
      "[('a', '<u4', (2,)), (\"b's\", 'S9')]",
      [
        ["a", "<u4", [2]],
        ["b's", "S9"],
      ],
    ],
    ["()", []],
    ["(1,)", [1]],
    ["{}", {}],
    ["'it\\'s'", "it's"],
    ["None", null],
    ["12L", 12],
  ])("%s", (text, value) => {
    expect(parseLiteral(text)).toEqual(value);
  });

  test.each([
    "",
    "(1",
    "[1 2]",
    "{1: 2}",
    "{'a' 1}",
    "1 2",
    "'open",
    "os.system",
    "__import__('os')",
    "(".repeat(100),
  ])("%s is none", (text) => {
    expect(() => parseLiteral(text)).toThrow(SyntaxError);
  });
});

test("a type says its kind, bytes and order", () => {
  expect(parseDtype("<f4")).toEqual({ kind: "float", bytes: 4, littleEndian: true });
  expect(parseDtype(">u2")).toEqual({ kind: "uint", bytes: 2, littleEndian: false });
  expect(parseDtype("|S80")).toEqual({ kind: "bytes", bytes: 80, littleEndian: true });
  expect(parseDtype("<U5")).toEqual({ kind: "text", bytes: 20, littleEndian: true });
  for (const word of ["<f3", "<f16", "|O", "f", "<i0", "", "<m8[ns]"])
    expect(parseDtype(word)).toBeUndefined();
  expect(
    parseFields([
      ["a", "<u8"],
      ["b", "<f4", [2, 3]],
      ["c", "|i1"],
    ]),
  ).toMatchObject({
    recordBytes: 33,
    fields: [{ offset: 0 }, { offset: 8, shape: [2, 3] }, { offset: 32 }],
  });
  expect(parseFields([["a", "|O"]])).toBeUndefined();
});

describe("records", () => {
  const header =
    "{'descr': [('uid', '<u8'), ('path', '|S5'), ('pose', '>f4', (2,)), ('half', '<f2'), ('n', '<i2'), ('u', '<U2')], 'fortran_order': False, 'shape': (2,), }";
  const data = new DataView(new ArrayBuffer(2 * 33));
  for (const [row, uid] of [18446744073709551615n, 7n].entries()) {
    const at = 33 * row;
    data.setBigUint64(at, uid, true);
    new Uint8Array(data.buffer).set(new TextEncoder().encode(row === 0 ? "a.mrc" : "é"), at + 8);
    data.setFloat32(at + 13, 0.5 + row, false);
    data.setFloat32(at + 17, -2, false);
    data.setUint16(at + 21, 0x3e00, true);
    data.setInt16(at + 23, -300 * (row + 1), true);
    data.setUint32(at + 25, 0x4e00, true);
  }
  const bytes = new Uint8Array(data.buffer);

  test.each([1, 2, 3] as const)(
    "of version %d become columns, fields of several a column each",
    async (version) => {
      const rows = await readRecords(memorySource(npy(header, bytes, version)), "particles");
      expect(rows.rowCount).toBe(2);
      expect({ ...rows.columns }).toEqual({
        uid: ["18446744073709551615", "7"],
        path: ["a.mrc", "é"],
        "pose[0]": Float64Array.of(0.5, 1.5),
        "pose[1]": Float64Array.of(-2, -2),
        half: Float64Array.of(1.5, 1.5),
        n: Float64Array.of(-300, -600),
        u: ["一", "一"],
      });
    },
  );

  test.each([
    [npy(header, bytes.subarray(0, 60)), "records: got 60 bytes, wanted 66, for 2 records of 33"],
    [npy(header.replace("'shape': (2,)", "'shape': (1000000000,)"), bytes), "records: got 66 bytes"],
    [
      npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}", bytes),
      'descr: got "<f4", wanted one list of records',
    ],
    [npy("{'descr': [('a', '|O')], 'fortran_order': False, 'shape': (2,)}", bytes), "descr"],
    [
      npy(
        "{'descr': [('a', '<f4', (1000000000,))], 'fortran_order': False, 'shape': (0,)}",
        new Uint8Array(0),
      ),
      "descr: got 1000000000 numbers in a record, wanted at most 4096",
    ],
    [npy("{'descr': '<f4'}", bytes), "header"],
    [npy("exit()", bytes), "header: got exit is no value"],
    [npy(header, bytes).fill(9, 6, 7), "version: got 9"],
    [npy(header, bytes).subarray(0, 30), "header: got 20 bytes"],
    [new Uint8Array(3), "magic"],
    [npy("", bytes), "header length: got 0"],
  ])("that are damaged are refused (%#)", async (file, told) => {
    await expect(readRecords(memorySource(file), "particles")).rejects.toThrow(told);
  });
});

describe("a plain array", () => {
  const numbers = (type: string, order: string, shape: string): string =>
    `{'descr': '${type}', 'fortran_order': ${order}, 'shape': ${shape}, }`;

  test("has its last index fastest, whichever way it was stored", async () => {
    const stored = new Uint8Array(Float64Array.of(1, 2, 3, 4, 5, 6).buffer);
    const rows = await readNpy(npy(numbers("<f8", "False", "(2, 3)"), stored));
    expect([rows.shape, Array.from(rows.data)]).toEqual([
      [2, 3],
      [1, 2, 3, 4, 5, 6],
    ]);
    const columns = await readNpy(npy(numbers("<f8", "True", "(2, 3)"), stored));
    expect(Array.from(columns.data)).toEqual([1, 3, 5, 2, 4, 6]);
    const three = await readNpy(npy(numbers("|u1", "True", "(2, 1, 3)"), Uint8Array.of(1, 2, 3, 4, 5, 6)));
    expect(Array.from(three.data)).toEqual([1, 3, 5, 2, 4, 6]);
    expect((await readNpy(npy(numbers("<f4", "False", "()"), new Uint8Array(4)))).shape).toEqual([]);
  });

  test("is written as it is read", async () => {
    const data = Float32Array.from({ length: 30 }, (_, i) => Math.sin(i));
    for (const shape of [[30], [5, 6], [2, 3, 5]]) {
      const bytes = encodeNpy(data, shape);
      expect(await readNpy(bytes)).toMatchObject({ shape, data });
      expect((bytes.length - 120) % 64).toBe(0);
    }
    const path = join(folder, "map.npy");
    const map = volume(data, { shape: [2, 3, 5], voxelSizeA: 1.5 });
    await writeNpy(path, map);
    expect(npyToModel(await readNpy(path), { pixelSizeA: 1.5 })).toMatchObject({
      kind: "volume",
      data,
      voxelSizeA: 1.5,
    });
    expect(npyToModel(await readNpy(path), { pixelSizeA: 1.5, as: "images" })).toMatchObject({
      kind: "image-stack",
    });
    expect(npyToModel(await readNpy(encodeNpy(data, [5, 6])), { pixelSizeA: 1 })).toMatchObject({
      kind: "image",
      shape: [5, 6],
    });
    expect(() => npyToModel({ kind: "npy", name: "a.npy", shape: [30], data }, { pixelSizeA: 1 })).toThrow(
      "shape: got [30]",
    );
  });

  test("of other things, or cut off, is refused", async () => {
    await expect(readNpy(npy(numbers("<c8", "False", "(1,)"), new Uint8Array(8)))).rejects.toThrow(
      'descr: got "<c8"',
    );
    await expect(readNpy(npy(numbers("<i8", "False", "(1,)"), new Uint8Array(8)))).rejects.toThrow("descr");
    await expect(readNpy(npy(numbers("<f4", "False", "(3,)"), new Uint8Array(8)))).rejects.toThrow(
      "data: got 8 bytes",
    );
  });
});

test("the header of a plain array", async () => {
  const file = npy("{'descr': '<f4', 'fortran_order': True, 'shape': (3, 5), }", new Uint8Array(60));
  expect(await readNpyHeader(memorySource(file))).toMatchObject({
    description: "<f4",
    fortranOrder: true,
    shape: [3, 5],
  });
});
