import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeMmcif, readMmcif, writeMmcif } from "../../../lib/src/io/mmcif/index.js";
import { readPdb } from "../../../lib/src/io/pdb/index.js";
import { assembled, atoms, selectAtoms } from "../../../lib/src/model/index.js";
import type { Atoms } from "../../../lib/src/model/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const golden = join(import.meta.dirname, "../../golden/pdb");
const expected = JSON.parse(readFileSync(join(golden, "expected.json"), "utf8")) as {
  readonly mmcif: Readonly<Record<string, readonly unknown[]>>;
  readonly assemblyPositionA: readonly number[];
};
const folder = temporaryFolder();
const read = (text: string): Promise<Atoms> => readMmcif(new TextEncoder().encode(text));
const again = (model: Atoms): Promise<Atoms> => read([...encodeMmcif(model)].join(""));
const places = ["Cartn_x", "Cartn_y", "Cartn_z"];
/** A file with a loop of atoms: columns beside the place, and rows. */
const loop = (columns: readonly string[], rows: string): string =>
  `data_a\nloop_\n${[...places, ...columns].map((name) => `_atom_site.${name}\n`).join("")}${rows}\n`;

describe("an mmCIF file", () => {
  test("of gemmi has the atoms that gemmi reads", async () => {
    const model = await readMmcif(join(golden, "model.cif"));
    for (const [column, values] of Object.entries(expected.mmcif))
      expect([column, Array.from(model[column as "name"])]).toEqual([column, values]);
    expect([...new Set(model.archiveChain)]).toEqual(["Axp", "Ax1", "Bcxp"]);
    expect([...new Set(model.entity)]).toEqual(["1", "2", "3"]);
    expect([...model.sequenceNumber.subarray(0, 12)]).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 0, 1, 1, 1]);
  });

  test("and a PDB file of the same model have the same atoms, cell and assembly", async () => {
    const cif = await readMmcif(join(golden, "model.cif"));
    const pdb = await readPdb(join(golden, "model.pdb"));
    const {
      source: _c,
      archiveChain: _a,
      entity: _e,
      sequenceNumber: _s,
      serial: _n,
      assemblies,
      ...ofCif
    } = cif;
    const { source: _p, archiveChain, entity, sequenceNumber, serial, assemblies: ofPdb, ...rest } = pdb;
    expect(ofCif).toEqual(rest);
    expect(archiveChain).toEqual(pdb.chain);
    expect([new Set(entity), new Set(sequenceNumber), serial.length]).toEqual([
      new Set([""]),
      new Set([0]),
      24,
    ]);
    expect(assemblies[0]!.parts[0]!.motions).toEqual(ofPdb[0]!.parts[0]!.motions);
    const both = assembled(
      selectAtoms(cif, (i) => cif.model[i] === 1),
      "1",
    );
    const difference = both.positionA.map((value, i) => Math.abs(value - expected.assemblyPositionA[i]!));
    expect(Math.max(...difference)).toBeLessThan(1e-9);
  });

  test("is the same when it is written and read again", async () => {
    const model = await readMmcif(join(golden, "model.cif"));
    const path = join(folder, "again.cif");
    await writeMmcif(path, model);
    const { source: _, ...before } = model;
    const { source: _again, ...after } = await readMmcif(path);
    expect(after).toEqual(before);
  });

  test("keeps any atoms to the last bit", async () => {
    const real = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value) => (value === 0 ? 0 : value));
    const word = fc.constantFrom(
      "A",
      "H5'",
      "a b",
      "data_x",
      "_x",
      "#",
      'it\'s "so"',
      ";",
      "?x",
      "$",
      "O5*",
      "loop_",
    );
    const atom = fc.record({
      position: fc.tuple(real, real, real),
      name: word,
      chain: word,
      b: real,
      n: fc.nat(2 ** 31 - 1),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(atom, { minLength: 1, maxLength: 7 }), async (rows) => {
        const model = atoms(Float64Array.from(rows.flatMap(({ position }) => position)), {
          name: rows.map(({ name }) => name),
          chain: rows.map(({ chain }) => chain),
          bFactorA2: Float64Array.from(rows, ({ b }) => b),
          serial: Int32Array.from(rows, ({ n }) => n),
          sequenceNumber: Int32Array.from(rows, ({ n }) => n >> 4),
        });
        const { source: _, ...after } = await again(model);
        expect(after).toEqual(model);
      }),
      { numRuns: 200 },
    );
  });

  test("may wrap its rows, quote words, hold texts and comments, and call itself in capitals", async () => {
    const text = `\r\n#\n${loop(["label_atom_id", "type_symbol"], "1 2\n3 'C A' c # first\n;4\n; 5\n6 \"N'\" ?\n").replace("data_", "DATA_").replace("loop_", "LOOP_")}`;
    const model = await read(text);
    expect(model.positionA).toEqual(Float64Array.of(1, 2, 3, 4, 5, 6));
    expect([model.name, model.element]).toEqual([
      ["C A", "N'"],
      ["C", ""],
    ]);
  });

  test("may hold one atom without a loop, and unknown values", async () => {
    const model = await read(
      "data_a\n_atom_site.Cartn_x 1\n_atom_site.Cartn_y 2\n_atom_site.Cartn_z 3\n_atom_site.occupancy ?\n",
    );
    expect([model.count, model.positionA[1], model.occupancy[0]]).toEqual([1, 2, 1]);
  });

  test("gives the first block that holds atoms", async () => {
    const other = loop([], "7 8 9").replace("data_a", "data_b");
    const model = await read(`data_none\n_cell.length_a 3\n${loop([], "1 2 3")}${other}`);
    expect([...model.positionA]).toEqual([1, 2, 3]);
    expect(model.cell).toBeUndefined();
  });

  test("skips other categories, their texts and save frames, whatever they are called", async () => {
    const odd =
      "loop_\n_a.__proto__\n_a.constructor\n1\n;x\n data_ loop_ _y\n;\n2 'p q'\n_entity.text\n;loop_\n;\nsave_frame\n_b.c d\nsave_\n";
    expect((await read(`data_x\n${odd}${loop([], "1 2 3").slice("data_a\n".length)}`)).count).toBe(1);
  });

  test("multiplies lists of operations, the last factor first", async () => {
    const operations =
      "loop_\n_pdbx_struct_oper_list.id\n" +
      [1, 2, 3]
        .map(
          (r) =>
            `${[1, 2, 3].map((c) => `_pdbx_struct_oper_list.matrix[${r}][${c}]\n`).join("")}_pdbx_struct_oper_list.vector[${r}]\n`,
        )
        .join("") +
      "1 1 0 0 0 0 1 0 0 0 0 1 0\n2 0 -1 0 5 1 0 0 0 0 0 1 0\n3 1 0 0 10 0 1 0 0 0 0 1 0\n";
    const generator =
      "_pdbx_struct_assembly_gen.assembly_id 1\n_pdbx_struct_assembly_gen.oper_expression '(1-2)(3)'\n_pdbx_struct_assembly_gen.asym_id_list 'A'\n";
    const model = await read(`${loop(["label_asym_id"], "1 0 0 A\n9 9 9 B")}${operations}${generator}`);
    expect([...assembled(model, "1").positionA]).toEqual([11, 0, 0, 5, 11, 0]);
    await expect(
      read(`${loop([], "1 0 0")}${operations}${generator.replace("(1-2)", "(1-900000000)")}`),
    ).rejects.toThrow(/operations that are listed/);
    await expect(read(`${loop([], "1 0 0")}${operations}${generator.replace("(3)", "(4)")}`)).rejects.toThrow(
      /operation 4/,
    );
    await expect(
      read(`${loop([], "1 0 0")}${operations}${generator.replace("(3)", "(1-3)".repeat(12))}`),
    ).rejects.toThrow(/copies/);
  });
});

describe("a bad mmCIF file is refused:", () => {
  test.each([
    ["empty", "", /atoms: got none/],
    ["another text", "to whom it may concern", /data_: got to/],
    ["no atoms", "data_a\n_entry.id a\n", /atoms: got none/],
    ["no places", "data_a\nloop_\n_atom_site.id\n1\n", /_atom_site.cartn_x: got no such column/],
    ["a place that is not known", loop([], "1 ? 3"), /_atom_site.cartn_y: got \?, wanted a finite number/],
    ["a place that is NaN", loop([], "1 nan 3"), /cartn_y: got nan/],
    [
      "a value too few",
      `${loop([], "1 2")}_cell.length_a 3\n`,
      /got _cell.length_a behind 2 values of a row, wanted 3/,
    ],
    ["a value too few at the end", loop([], "1 2 3 4"), /got the end of the file behind 1 values/],
    ["a column twice", loop(["id", "id"], "1 2 3 4 5"), /_atom_site.id twice/],
    ["a loop of no columns", "data_a\nloop_\nloop_\n", /loop_: got loop_, wanted names of columns/],
    [
      "a name without a value",
      "data_a\n_cell.length_a\n_cell.length_b 3\n",
      /_cell.length_a: got _cell.length_b/,
    ],
    ["a value before any block", "_cell.length_a 3\n", /data_: got _cell.length_a before any data_/],
    ["a quote without end", loop(["id"], "1 2 3 'x"), /quote: got 'x/],
    ["a text without end", "data_a\n_a.b\n;for ever\nand ever\n", /text: got no end/],
    [
      "a cell with a word",
      `data_a\n_cell.length_a none\n_cell.length_b 1\n${loop([], "1 2 3").slice(7)}`,
      /_cell: got none/,
    ],
    ["a word of STAR that CIF has not", "data_a\nglobal_\n", /global_/],
  ])("%s", async (_, text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      tag: "format",
      message: expect.stringMatching(message) as string,
    });
  });

  test("any bytes give atoms or an error of the format", async () => {
    const pieces = fc.constantFrom(
      "data_",
      "loop_",
      "_atom_site.Cartn_x",
      "_atom_site.id",
      "_cell.length_a",
      "1",
      "?",
      "'",
      "\n;",
      "\n",
      " ",
      "#",
      "\0",
      "save_",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
        const outcome = await read(parts.join(" ")).then(
          () => "atoms",
          (error: { tag: string }) => error.tag,
        );
        expect(["atoms", "format"]).toContain(outcome);
      }),
      { numRuns: 500 },
    );
  });

  test("a word with both kinds of quotes can't be written", () => {
    expect(() => [...encodeMmcif(atoms(new Float64Array(3), { name: ["a' b\" c"] }))]).toThrow(/both kinds/);
    expect(() => [...encodeMmcif(atoms(new Float64Array(3)), { name: "a b" })]).toThrow(/without blanks/);
  });
});
