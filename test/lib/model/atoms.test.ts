import { describe, expect, test } from "vitest";
import { assembled } from "../../../lib/src/model/assembled.js";
import { atoms } from "../../../lib/src/model/atoms.js";
import { pseudoAtoms } from "../../../lib/src/model/pseudo-atoms.js";
import { selectAtoms } from "../../../lib/src/model/select-atoms.js";
import { unitCell } from "../../../lib/src/model/unit-cell.js";

const positionA = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
const columns = {
  element: ["N", "C", "C"],
  name: ["N", "CA", "C"],
  alternate: ["", "A", "B"],
  residue: ["GLY", "ALA", "SER"],
  residueNumber: Int32Array.of(5, 6, 7),
  insertion: ["", "", "A"],
  chain: ["A", "A", "B"],
  archiveChain: ["X", "Y", "Z"],
  entity: ["1", "1", "2"],
  sequenceNumber: Int32Array.of(1, 2, 3),
  occupancy: Float64Array.of(1, 0.5, 0.25),
  bFactorA2: Float64Array.of(10, 20, 30),
  charge: Int8Array.of(0, -1, 2),
  hetero: Uint8Array.of(0, 0, 1),
  model: Int32Array.of(1, 1, 2),
  serial: Int32Array.of(11, 12, 13),
};

describe("atoms", () => {
  test("have a row in each column, and nothing where nothing is said", () => {
    const bare = atoms(positionA);
    expect(bare).toMatchObject({ kind: "atoms", count: 3, assemblies: [] });
    expect([...bare.occupancy, ...bare.bFactorA2, ...bare.serial, ...bare.model]).toEqual([
      1, 1, 1, 0, 0, 0, 1, 2, 3, 1, 1, 1,
    ]);
    expect([bare.chain, bare.element]).toEqual([
      ["", "", ""],
      ["", "", ""],
    ]);
    expect(bare.cell).toBeUndefined();
  });

  test("keep what is given, uncopied; the archive's chains are the authors' where they are not said", () => {
    const full = atoms(positionA, columns);
    for (const [name, column] of Object.entries(columns)) expect(full[name as "chain"]).toBe(column);
    expect(full.positionA).toBe(positionA);
    expect(atoms(positionA, { chain: columns.chain }).archiveChain).toBe(columns.chain);
  });

  test("may be none", () => expect(atoms(new Float64Array(0)).count).toBe(0));

  test.each([
    ["two numbers", Float64Array.of(1, 2), {}, /positionA: got 2 numbers/],
    ["a place that is no number", Float64Array.of(0, 0, 0, 0, NaN, 0), {}, /atom 1: positionA: got NaN/],
    ["a short column", positionA, { chain: ["A"] }, /atoms: chain: got 1 rows, wanted 3/],
    ["a long column", positionA, { model: new Int32Array(4) }, /atoms: model: got 4 rows/],
  ])("are not made of %s", (_, place, given, message) => {
    expect(() => atoms(place, given)).toThrow(message);
  });

  test("are selected by number, in that order, every column alike", () => {
    const some = selectAtoms(atoms(positionA, columns), [2, 0, 2]);
    expect([some.count, ...some.positionA]).toEqual([3, 7, 8, 9, 1, 2, 3, 7, 8, 9]);
    for (const [name, column] of Object.entries(columns))
      expect([name, ...some[name as "chain"]]).toEqual([name, column[2], column[0], column[2]]);
    expect(() => selectAtoms(some, [3])).toThrow(/atom: got 3/);
  });

  test("are selected by what a function says of them", () => {
    const all = atoms(positionA, columns);
    expect(selectAtoms(all, (i) => all.element[i] === "C").name).toEqual(["CA", "C"]);
    expect(selectAtoms(all, () => false).count).toBe(0);
  });
});

describe("an assembly", () => {
  const turn = { rotation: [0, -1, 0, 1, 0, 0, 0, 0, 1], translationA: [10, 0, 0] } as const;
  const still = { rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1], translationA: [0, 0, 0] } as const;
  const model = atoms(positionA, {
    ...columns,
    assemblies: [
      {
        name: "2",
        parts: [
          { chains: ["X", "Y"], motions: [still, turn] },
          { chains: ["Z"], motions: [turn] },
        ],
      },
    ],
  });

  test("has its parts copy by copy, turned and shifted", () => {
    const all = assembled(model, "2");
    expect([...all.positionA]).toEqual([1, 2, 3, 4, 5, 6, 8, 1, 3, 5, 4, 6, 2, 7, 9]);
    expect([all.chain, [...all.serial], all.assemblies]).toEqual([
      ["A", "A", "A", "A", "B"],
      [1, 2, 3, 4, 5],
      [],
    ]);
    expect([...model.positionA]).toEqual([...positionA]);
  });

  test("that is not there is refused, with the names of those that are", () => {
    expect(() => assembled(model, "1")).toThrow(/assembly: got 1, wanted one of 2/);
    expect(() => assembled(atoms(positionA), "1")).toThrow(/names no assembly/);
  });
});

describe("pseudo-atoms", () => {
  test("are residues of their own, as wide as their B factor says, as heavy as their occupancy", () => {
    const blobs = pseudoAtoms(positionA, { sigmaA: 2, weight: Float64Array.of(1, 2, 3) });
    expect(blobs.bFactorA2[1]).toBeCloseTo(8 * Math.PI ** 2 * 4, 10);
    expect([[...blobs.occupancy], [...blobs.residueNumber]]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(() => pseudoAtoms(positionA, { sigmaA: 0 })).toThrow(/sigmaA: got 0/);
    expect(() => pseudoAtoms(positionA.subarray(1), { sigmaA: 1 })).toThrow(/three per atom/);
  });
});

describe("a unit cell", () => {
  test("is right-angled and without symmetry where nothing is said", () => {
    expect(unitCell([10, 20, 30])).toEqual({
      lengthsA: [10, 20, 30],
      anglesDeg: [90, 90, 90],
      spaceGroup: "P 1",
    });
  });

  test("has sides and angles above 0", () => {
    expect(() => unitCell([10, 0, 30])).toThrow(/lengthsA: got 0/);
    expect(() => unitCell([10, 20, 30], { anglesDeg: [90, 90, 180] })).toThrow(/anglesDeg: got 180/);
  });
});
