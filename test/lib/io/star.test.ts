import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeStar, readStar, starTable, writeStar } from "../../../lib/src/io/star/index.js";
import type { StarFile } from "../../../lib/src/io/star/index.js";
import { table } from "../../../lib/src/model/index.js";
import type { Column } from "../../../lib/src/model/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();
const read = (text: string): Promise<StarFile> => readStar(new TextEncoder().encode(text));
const columns = async (text: string, block: string): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(starTable(await read(text), block).columns).map(([label, column]) => [label, [...column]]),
  );

describe("a STAR file", () => {
  test("has its blocks, lists and loops, labels without underscore, comments before the first block", async () => {
    const file = await read(
      "# version 30001\n\ndata_optics\n\nloop_\n_rlnOpticsGroup #1\n_rlnVoltage #2\n1 300.0\n\n" +
        "# version 30001\n\ndata_general\n_rlnTomoName ts1\n_rlnIsIt 1\n",
    );
    expect(file.comments).toEqual(["version 30001"]);
    expect(file.blocks.map(({ form, table: rows }) => [form, rows.name, rows.rowCount])).toEqual([
      ["loop", "optics", 1],
      ["list", "general", 1],
    ]);
    expect(starTable(file, "optics").columns["rlnVoltage"]).toEqual(Float64Array.of(300));
    expect(starTable(file, "general").columns["rlnTomoName"]).toEqual(["ts1"]);
    expect(() => starTable(file, "particles")).toThrow("one of optics, general");
  });

  test("may come from Windows, with tabs, comments, quotes, a loop after a list, and no line break at the end", async () => {
    const text =
      "data_a\r\n_one 'a b'\r\n_two \"it's\"\r\nloop_\r\n_x\r\n_y #2 # comment\r\n1\t'p q' # here\r\n# between\r\n\r\n2 \"\"";
    const { blocks } = await read(text);
    expect(blocks.map(({ form }) => form)).toEqual(["list", "loop"]);
    expect(blocks[0]!.table.columns).toMatchObject({ one: ["a b"], two: ["it's"] });
    expect(blocks[1]!.table.columns).toMatchObject({ x: Float64Array.of(1, 2), y: ["p q", ""] });
  });

  test("may have an empty loop, and a loop of one column", async () => {
    expect(await columns("data_\nloop_\n_a\n_b\n", "")).toEqual({ a: [], b: [] });
    expect(await columns('data_x\nloop_\n_name\nd_1\nl2\n"_3"\n', "x")).toEqual({
      name: ["d_1", "l2", "_3"],
    });
  });

  test("a column is one of words if any of its values is, as they are spelled", async () => {
    const text = "data_x\nloop_\n_a\n_b\n_c\n01 1.50 1\n02 2.50 nan\nthree 1e3 -inf\n04 None 4\n";
    expect(await columns(text, "x")).toEqual({
      a: ["01", "02", "three", "04"],
      b: ["1.50", "2.50", "1e3", "None"],
      c: [1, NaN, -Infinity, 4],
    });
  });

  test("names are words though they look like numbers", async () => {
    expect(await columns("data_x\nloop_\n_rlnGroupName\n_rlnGroupNumber\n007 007\n", "x")).toEqual({
      rlnGroupName: ["007"],
      rlnGroupNumber: [7],
    });
  });

  test("a column may be called as something that every object has", async () => {
    const { columns: own } = starTable(await read("data_x\nloop_\n_constructor\n___proto__\n1 2\n"), "x");
    expect(Object.keys(own)).toEqual(["constructor", "__proto__"]);
    expect(own["toString"]).toBeUndefined();
  });

  test.each([
    ["", "no block of data"],
    ["hello world\n", "data_, loop_ or a label"],
    ["loop_\n_a\n1\n", "loop_ before any data_"],
    ["_a 1\n", "_a before any data_"],
    ["data_x\n_a\n", "_a without a value"],
    ["data_x\n_a 1\n_a 2\n", "_a twice"],
    ["data_x\nloop_\n_a\n_a\n1 2\n", "_a twice"],
    ["data_x\nloop_\n_a\n_b\n1 2\n3\n", "data_x, row 2: got 1 values: 3, wanted 2"],
    ["data_x\nloop_\n_a\n_b\n1 2 3\n", "data_x, row 1: got 3 values"],
    [`data_x\n${"a".repeat(2 ** 23)}`, "without a line break"],
  ])("a bad file is told what is wrong with it: %.30j", async (text, told) => {
    await expect(read(text)).rejects.toThrow(told);
  });

  test("longer than what is read at a time it is the same", async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => [
      String(i),
      `00${i % 7}@stack_${i >> 9}.mrcs`,
      String(i / 7),
    ]);
    const text = `data_particles\nloop_\n_n\n_image\n_value\n${rows.map((row) => row.join("  ")).join("\n")}\n`;
    expect(text.length).toBeGreaterThan(6e6);
    const found = await columns(text, "particles");
    expect(found["n"]).toEqual(rows.map(([n]) => Number(n)));
    expect(found["image"]).toEqual(rows.map(([, image]) => image));
    expect(found["value"]).toEqual(rows.map(([, , value]) => Number(value)));
  });
});

describe("what is written", () => {
  const word = fc.string({ unit: "binary" }).filter((text) => !/[\n\r]|["']/.test(text));
  const column = (length: number): fc.Arbitrary<Column> =>
    fc.oneof(
      fc
        .array(fc.double(), { minLength: length, maxLength: length })
        .map((values) => Float64Array.from(values)),
      fc.array(fc.oneof(word, fc.constantFrom("_a", "data_x", "loop_", "#", "1", "nan", "it's", 'a"b', "")), {
        minLength: length,
        maxLength: length,
      }),
    );
  const content = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, count]) => fc.array(column(rows), { minLength: count, maxLength: count }))
    .map((all) => table("block", Object.fromEntries(all.map((one, i) => [`label${i}`, one]))));

  test("is read again as it was, numbers to the last bit", async () => {
    await fc.assert(
      fc.asyncProperty(content, async (rows) => {
        const form = rows.rowCount === 1 ? "list" : "loop";
        const again = await read(
          [...encodeStar({ comments: ["version 50001"], blocks: [{ form, table: rows }] })].join(""),
        );
        expect(again.comments).toEqual(["version 50001"]);
        expect(again.blocks).toEqual([{ form, table: rows }]);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    [table("a b", { x: ["1"] }), "no blanks"],
    [table("a", { "x y": ["1"] }), "no blanks"],
    [table("a", { x: ["1\n2"] }), "line breaks"],
    [table("a", { x: [`' "`] }), "quotes"],
  ])("can't be what would be read otherwise", (rows, told) => {
    expect(() => [...encodeStar({ blocks: [{ form: "loop", table: rows }] })]).toThrow(told);
  });

  test("stands in a file, whole, and is read from there", async () => {
    const path = join(folder, "particles.star");
    const rows = table("particles", {
      rlnClassNumber: Float64Array.from({ length: 9000 }, (_, i) => i % 50),
    });
    await writeStar(path, { blocks: [{ form: "loop", table: rows }] });
    expect(starTable(await readStar(path), "particles")).toEqual(rows);
    const bad = { blocks: [{ form: "loop", table: table("particles", { x: ["a\nb"] }) }] } as const;
    await expect(writeStar(path, bad)).rejects.toThrow("line breaks");
    expect(readdirSync(folder)).toEqual(["particles.star"]);
    expect(starTable(await readStar(path), "particles").rowCount).toBe(9000);
  });

  test("a list has one row", () => {
    const rows = table("a", { x: ["1", "2"] });
    expect(() => [...encodeStar({ blocks: [{ form: "list", table: rows }] })]).toThrow("got 2 rows");
  });
});
