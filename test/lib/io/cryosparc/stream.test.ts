import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Column, Table } from "vitrine";
import { readCs } from "../../../../lib/src/io/cryosparc/index.js";
import { expandLz4Block } from "../../../../lib/src/io/cryosparc/lz4-block.js";

const golden = join(import.meta.dirname, "../../../golden/cryosparc");
const expected = JSON.parse(await readFile(join(golden, "expected.json"), "utf8")) as Record<
  string,
  readonly (string | number)[]
>;

const plain = (column: Column): readonly (string | number)[] => Array.from<string | number>(column);
const place = { file: "a.cs", field: "x", offset: 0 };

describe("data sets that cryosparc-tools wrote", () => {
  test.each(["records", "stream", "lz4"])("have its values in the form %s", async (form) => {
    const rows: Table = await readCs(join(golden, `${form}.cs`));
    expect(rows.rowCount).toBe(211);
    for (const [label, values] of Object.entries(expected))
      expect(plain(rows.columns[label]!), label).toEqual(values);
    expect(Object.keys(rows.columns)).toHaveLength(Object.keys(expected).length);
  });

  test("are one clear error when cut off anywhere, or changed in a byte", async () => {
    const bytes = await readFile(join(golden, "lz4.cs"));
    const outcome = (changed: Uint8Array): Promise<string> =>
      readCs(changed).then(
        () => "read",
        (error: unknown) => (error as Error).name,
      );
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        expect(["FormatError", "read"]).toContain(await outcome(bytes.subarray(0, at)));
        const changed = Uint8Array.from(bytes);
        changed[at] = byte;
        expect(["FormatError", "read"]).toContain(await outcome(changed));
      }),
      { numRuns: 150 },
    );
    expect(await outcome(bytes.subarray(0, 5000))).toBe("FormatError");
  });

  const header = (json: unknown): Uint8Array => {
    const text = new TextEncoder().encode(typeof json === "string" ? json : JSON.stringify(json));
    const bytes = new Uint8Array(10 + text.length);
    bytes.set([0x95, ...new TextEncoder().encode("CSDAT"), text.length & 255, text.length >> 8]);
    bytes.set(text, 10);
    return bytes;
  };
  const good = { length: 3, dtype: [["x", "<f4"]], compression: null, compressed_fields: [] };
  test.each([
    ["{", "in JSON"],
    [{ ...good, length: -1 }, "length -1"],
    [{ ...good, compression: "snappy" }, "compression snappy, wanted lz4"],
    [{ ...good, dtype: [["x", "<f5"]] }, "wanted fields"],
    [{ ...good, dtype: 4 }, "wanted dtype"],
    [{ ...good, length: 0, dtype: [["x", "<f4", [1e9]]] }, "1000000000 columns"],
    [good, "x: got 0 bytes"],
  ])("with a header that lies are refused (%#)", async (json, told) => {
    await expect(readCs(header(json))).rejects.toThrow(told);
  });

  test("of another kind are refused", async () => {
    await expect(readCs(new Uint8Array(16))).rejects.toThrow("wanted \\x93NUMPY or \\x95CSDAT");
  });
});

describe("a block of LZ4", () => {
  test("repeats what came before, itself included", () => {
    const block = Uint8Array.of(0x21, 65, 66, 2, 0, 0x10, 67);
    expect(new TextDecoder().decode(expandLz4Block(block, 8, place))).toBe("ABABABAC");
  });

  test("counts beyond 15 in further bytes", () => {
    const block = Uint8Array.of(0x1f, 7, 1, 0, 255, 3, 0x00);
    expect(expandLz4Block(block, 1 + 4 + 15 + 258, place)).toEqual(new Uint8Array(278).fill(7));
  });

  test.each([
    [[0x10], 1, "the end within literals"],
    [[0x10, 65, 1], 9, "the end within an offset"],
    [[0x10, 65, 2, 0, 0], 5, "before the beginning"],
    [[0x10, 65, 0, 0, 0], 5, "before the beginning"],
    [[0x1f, 65, 1, 0, 255], 300, "the end within a length"],
    [[0x20, 65, 66], 1, "more bytes"],
    [[0x14, 65, 1, 0], 5, "more bytes"],
    [[0x10, 65], 2, "got 1 bytes"],
    [[0x10, 65], 2 ** 40, "can't hold as many"],
  ])("that is damaged is refused (%#)", (block, length, told) => {
    expect(() => expandLz4Block(Uint8Array.from(block), length, place)).toThrow(told);
  });
});
