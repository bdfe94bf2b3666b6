import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodePdb, readPdb, writePdb } from "../../../lib/src/io/pdb/index.js";
import { hybrid36Text, hybrid36Value } from "../../../lib/src/io/pdb/hybrid-36.js";
import { assembled, atoms, pseudoAtoms, selectAtoms, unitCell } from "../../../lib/src/model/index.js";
import type { Atoms } from "../../../lib/src/model/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const golden = join(import.meta.dirname, "../../golden/pdb");
const expected = JSON.parse(readFileSync(join(golden, "expected.json"), "utf8")) as {
  readonly pdb: Readonly<Record<string, readonly unknown[]>>;
  readonly assemblyPositionA: readonly number[];
};
const folder = temporaryFolder();
const read = (text: string): Promise<Atoms> => readPdb(new TextEncoder().encode(text));
const written = (model: Atoms): string => [...encodePdb(model)].join("");
const line = "ATOM      1  CA  ALA A   5      11.000  22.000 -33.125  0.50 12.25           C  ";
/** The line with `text` in place of the columns from `first`, counted from 1. */
const withColumns = (first: number, text: string): string =>
  line.slice(0, first - 1) + text + line.slice(first - 1 + text.length);

describe("a PDB file", () => {
  test("of gemmi has the atoms that gemmi reads: models, places, ions, hybrid-36, chains of two letters", async () => {
    const model = await readPdb(join(golden, "model.pdb"));
    for (const [column, values] of Object.entries(expected.pdb))
      expect([column, Array.from(model[column as "name"])]).toEqual([column, values]);
    expect(model.cell).toEqual({
      lengthsA: [50.84, 42.77, 28.95],
      anglesDeg: [90, 101.5, 90],
      spaceGroup: "P 1 21 1",
    });
  });

  test("of gemmi has the assembly that gemmi makes", async () => {
    const model = await readPdb(join(golden, "model.pdb"));
    const first = selectAtoms(model, (i) => model.model[i] === 1);
    const both = assembled(first, "1");
    expect(both.count).toBe(24);
    const difference = both.positionA.map((value, i) => Math.abs(value - expected.assemblyPositionA[i]!));
    expect(Math.max(...difference)).toBeLessThan(1e-9);
  });

  test("is the same when it is written and read again, line by line", async () => {
    const model = await readPdb(join(golden, "model.pdb"));
    const { source: _, ...before } = model;
    const { source: _again, ...after } = await read(written(model));
    expect(after).toEqual(before);
    const records = (text: string): string[] =>
      text
        .split("\n")
        .filter((record) => /^(ATOM|HETATM|MODEL|ENDMDL|CRYST1)/.test(record))
        .map((record) => record.trimEnd());
    expect(records(written(model))).toEqual(records(readFileSync(join(golden, "model.pdb"), "utf8")));
  });

  test("has room for any atoms to 0.001 Å", async () => {
    const place = fc.integer({ min: -999_999, max: 9_999_999 }).map((thousandths) => thousandths / 1000);
    const name = fc.constantFrom("N", "CA", "OXT", "HD11", "H5'", "");
    const atom = fc.record({
      position: fc.tuple(place, place, place),
      name,
      element: fc.constantFrom("C", "N", "Zn", "H", ""),
      number: fc.integer({ min: -999, max: 2_436_111 }),
      serial: fc.integer({ min: 1, max: 87_440_031 }),
      chain: fc.constantFrom("A", "z", "9", "AB", ""),
      model: fc.constantFrom(1, 2, 3),
      charge: fc.integer({ min: -9, max: 9 }),
      hundredths: fc.integer({ min: -9999, max: 99_999 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(atom, { minLength: 1, maxLength: 7 }), async (rows) => {
        const model = atoms(Float64Array.from(rows.flatMap(({ position }) => position)), {
          name: rows.map((row) => row.name),
          element: rows.map((row) => row.element),
          chain: rows.map((row) => row.chain),
          residueNumber: Int32Array.from(rows, (row) => row.number),
          serial: Int32Array.from(rows, (row) => row.serial),
          model: Int32Array.from(rows, (row) => row.model),
          charge: Int8Array.from(rows, (row) => row.charge),
          bFactorA2: Float64Array.from(rows, (row) => row.hundredths / 100),
        });
        const { source: _, ...again } = await read(written(model));
        expect(again).toEqual(model);
      }),
      { numRuns: 200 },
    );
  });

  test("keeps a cell, pseudo-atoms and large numbers with fewer decimals", async () => {
    const model = pseudoAtoms(Float64Array.of(12345.678, -2345.67, 0), { sigmaA: 6 });
    const cell = unitCell([100, 100.5, 90], { anglesDeg: [90, 90, 120] });
    const again = await read(written({ ...model, cell }));
    expect(again.cell).toEqual(cell);
    expect(again.positionA).toEqual(Float64Array.of(12345.68, -2345.67, 0));
    expect([again.bFactorA2[0], again.element[0], again.name[0]]).toEqual([2842.4, "", "DENS"]);
  });

  test("on a disk appears whole", async () => {
    const path = join(folder, "model.pdb");
    await writePdb(path, await read(line));
    expect((await readPdb(path)).positionA).toEqual(Float64Array.of(11, 22, -33.125));
    await expect(writePdb(join(folder, "none", "model.pdb"), await read(line))).rejects.toThrow(
      /nothing was changed/,
    );
  });

  test.each([
    ["Windows' line breaks", `${line}\r\n${line}\r\n`, 2],
    ["no line break at the end", line, 1],
    ["columns that end behind the place", line.slice(0, 54), 1],
  ])("may have %s", async (_, text, count) => {
    const model = await read(text);
    expect([model.count, model.chain[0], model.positionA[2]]).toEqual([count, "A", -33.125]);
  });

  test("separates models that only END parts", async () => {
    expect([...(await read(`${line}\nEND\n${line}\nEND\n`)).model]).toEqual([1, 2]);
  });

  test("counts atoms whose number does not fit", async () => {
    expect([...(await read(`${line}\n${withColumns(7, "*****")}\n`)).serial]).toEqual([1, 2]);
  });

  test("has no crystal where the cell's sides are 1", async () => {
    const text = `CRYST1    1.000    1.000    1.000  90.00  90.00  90.00 P 1           1\n${line}`;
    expect((await read(text)).cell).toBeUndefined();
  });

  test.each([
    [" CA ", "C"],
    ["CA  ", "Ca"],
    ["HD11", "H"],
    ["1HB ", "H"],
    ["HG  ", "Hg"],
    ["OP1 ", "O"],
    [" XX ", ""],
  ])("whose element is blank has it from the name %j: %j", async (name, element) => {
    const text = withColumns(13, name).slice(0, 76);
    expect((await read(text)).element).toEqual([element]);
  });

  test("may say its chains on several lines", async () => {
    const head =
      "REMARK 350 BIOMOLECULE: 2\nREMARK 350 APPLY THE FOLLOWING TO CHAINS: A, B,\nREMARK 350                    AND CHAINS: C\n";
    const rows = [1, 2, 3].map(
      (axis) => `REMARK 350   BIOMT${axis}   1  1.000000  0.000000  0.000000        ${axis}.00000\n`,
    );
    const { assemblies } = await read(head + rows.join("") + line);
    expect(assemblies).toEqual([
      {
        name: "2",
        parts: [
          {
            chains: ["A", "B", "C"],
            motions: [{ rotation: [1, 0, 0, 1, 0, 0, 1, 0, 0], translationA: [1, 2, 3] }],
          },
        ],
      },
    ]);
  });
});

describe("a bad PDB file is refused:", () => {
  test.each([
    ["empty", "", /atoms: got none/],
    ["no atoms", "HEADER    NOTHING\nEND\n", /atoms: got none/],
    ["no place", line.slice(0, 40), /y: got .* columns 39 to 46/],
    ["a place that is NaN", withColumns(31, "     nan"), /x: got .* a finite number in columns 31 to 38/],
    ["a place that is a word", withColumns(39, "  **.***"), /y: got/],
    ["a residue's number that is none", withColumns(23, "  x?"), /residueNumber: got/],
    ["an occupancy that is a word", withColumns(55, "  none"), /occupancy: got/],
    ["a model without number", `MODEL\n${line}`, /MODEL: got/],
    [
      "a cell with a word",
      `CRYST1     none    1.000    2.000  90.00  90.00  90.00 P 1\n${line}`,
      /CRYST1: got/,
    ],
    ["an assembly whose rows are mixed up", `REMARK 350   BIOMT2   1  1 0 0 0\n${line}`, /REMARK 350: got/],
    ["an assembly with a word", `REMARK 350   BIOMT1   1  1 0 none 0\n${line}`, /REMARK 350: got/],
  ])("%s", async (_, text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      tag: "format",
      message: expect.stringMatching(message) as string,
    });
  });

  test.each([
    ["a residue of five letters", { residue: ["A1B2C"] }, /residue: got A1B2C, wanted 3 .*mmCIF/],
    ["a chain of three", { chain: ["AAA"] }, /chain: got AAA/],
    ["a name that is no plain text", { name: ["C\n"] }, /name: got/],
    ["an atom too many", { serial: Int32Array.of(87_440_032) }, /serial: got 87440032/],
    ["a number that needs exponents", { bFactorA2: Float64Array.of(1e9) }, /bFactorA2: got/],
  ])("%s can't be written", (_, columns, message) => {
    expect(() => written(atoms(new Float64Array(3), columns))).toThrow(message);
  });

  test("an assembly of a part of a chain can't be written", () => {
    const still = { rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1], translationA: [0, 0, 0] } as const;
    const model = atoms(new Float64Array(6), {
      chain: ["A", "A"],
      archiveChain: ["A", "W"],
      assemblies: [{ name: "1", parts: [{ chains: ["A"], motions: [still] }] }],
    });
    expect(() => written(model)).toThrow(/a part of chain A/);
  });
});

describe("hybrid-36", () => {
  test.each([
    ["-999", 4, -999],
    ["9999", 4, 9999],
    ["A000", 4, 10_000],
    ["ZZZZ", 4, 1_223_055],
    ["a000", 4, 1_223_056],
    ["zzzz", 4, 2_436_111],
    ["A0000", 5, 100_000],
    ["zzzzz", 5, 87_440_031],
  ])("%s in %i columns is %i", (text, width, value) => {
    expect(hybrid36Value(text, width)).toBe(value);
    expect(hybrid36Text(value, width)).toBe(text);
  });

  test.each(["Aa00", "*0*0", "A00", "1A00", ""])("%j is no number", (text) => {
    expect(hybrid36Value(text, 4)).toBeNaN();
  });
});
