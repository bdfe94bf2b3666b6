import { expect } from "vitest";
import { encodeMmcif, readMmcif } from "../../lib/src/io/mmcif/index.js";
import { encodePdb, readPdb } from "../../lib/src/io/pdb/index.js";
import { statistics } from "../../lib/src/array/index.js";
import { readVolume } from "../../lib/src/io/read-volume.js";
import { interpolate3D } from "../../lib/src/math/index.js";
import { assembled, selectAtoms } from "../../lib/src/model/index.js";
import type { Atoms } from "../../lib/src/model/index.js";
import { realDataTest } from "../support/shared-data.js";

const bytesOf = (pieces: Iterable<string>): Uint8Array => new TextEncoder().encode([...pieces].join(""));
const centreA = ({ positionA, count }: Atoms): number[] =>
  [0, 1, 2].map(
    (axis) => positionA.reduce((sum, value, i) => (i % 3 === axis ? sum + value : sum), 0) / count,
  );

const nonZero = "cctbx__cctbx_project/iotbx/regression/data/non_zero_origin_model";
realDataTest(
  "the same model as PDB and as mmCIF has the same atoms",
  [`${nonZero}.pdb`, `${nonZero}.cif`],
  async (pdb, cif) => {
    const [a, b] = [await readPdb(pdb!), await readMmcif(cif!)];
    expect(a.count).toBe(86);
    const { source: _a, archiveChain: inPdb, sequenceNumber: _s, ...atomsOfPdb } = a;
    const { source: _b, archiveChain: inCif, sequenceNumber, ...atomsOfCif } = b;
    expect(atomsOfCif).toEqual(atomsOfPdb);
    expect([new Set(inPdb), new Set(inCif)]).toEqual([new Set(["B"]), new Set(["A"])]);
    expect([sequenceNumber[0], sequenceNumber.at(-1)]).toEqual([1, 10]);
    expect(a.cell).toEqual({
      lengthsA: [149.407, 144.615, 147.488],
      anglesDeg: [90, 90, 90],
      spaceGroup: "P 1",
    });
  },
);

const daq = "kiharalab__DAQ";
realDataTest(
  "old PDB files say no element, and have it from the names of their atoms",
  [`${daq}/example/3J6B_9.pdb`, `${daq}/result/dqa_score_w9.pdb`],
  async (model, scored) => {
    const [a, b] = [await readPdb(model!), await readPdb(scored!)];
    expect(a.count).toBe(2865);
    expect(b.element).toEqual(a.element);
    expect(b.positionA).toEqual(a.positionA);
    expect(a.bFactorA2[0]).toBe(125.99);
    expect(b.bFactorA2[0]).toBe(0.03);
    expect(selectAtoms(a, (i) => a.name[i] === "CA").count).toBe(195);
  },
);

realDataTest(
  "a model lies in its map: all CA are inside, on average 4.18 deviations above the mean (E37)",
  [`${daq}/example/3J6B_9.pdb`, `${daq}/example/2566_3J6B_9.mrc.gz`],
  async (model, path) => {
    const all = await readPdb(model!);
    const map = await readVolume(path!);
    const { mean, sd } = statistics(map.data);
    const trace = selectAtoms(all, (i) => all.name[i] === "CA");
    const indices = trace.positionA.map((value, i) => (value - map.originA[i % 3]!) / map.voxelSizeA);
    const inside = indices.every((index, i) => index >= 0 && index <= map.shape[2 - (i % 3)]! - 1);
    const densities = await interpolate3D(map.data, map.shape, indices, { interpolation: "linear" });
    const average = densities.reduce((sum, value) => sum + value, 0) / densities.length;
    expect([trace.count, inside]).toEqual([195, true]);
    expect(Math.abs((average - mean) / sd - 4.18)).toBeLessThan(0.01);
  },
);

const imp = "salilab__imp/modules";
realDataTest(
  "ubiquitin of the archive: 602 atoms of protein, 81 of water, one copy at work",
  [`${imp}/em/test/input/1UBI.pdb`],
  async (path) => {
    const atoms = await readPdb(path!);
    expect([atoms.count, atoms.hetero.filter((h) => h === 0).length]).toEqual([683, 602]);
    expect(atoms.cell?.spaceGroup).toBe("P 21 21 21");
    expect(
      atoms.assemblies.map(({ name, parts }) => [name, parts[0]!.chains, parts[0]!.motions.length]),
    ).toEqual([["1", ["A"], 1]]);
    expect(assembled(atoms, "1").positionA).toEqual(atoms.positionA);
    // as gemmi has it
    expect(centreA(atoms)).toEqual(
      [30.173355783308928, 28.658320644216655, 15.262481698389484].map(
        (value) => expect.closeTo(value, 9) as number,
      ),
    );
    expect(atoms.bFactorA2.reduce((sum, b) => sum + b, 0)).toBeCloseTo(12345.99, 6);
    const counts = ["N", "C", "O", "S"].map(
      (symbol) => atoms.element.filter((element) => element === symbol).length,
    );
    expect(counts).toEqual([105, 378, 199, 1]);
  },
);

for (const [path, count] of [
  [`${nonZero}.pdb`, 86],
  [`${nonZero}_split.pdb`, 86],
  [`${daq}/example/3J6B_9.pdb`, 2865],
  ["mjo22__cryojax/tests/data/1uao.pdb", 138],
  [`${imp}/em/test/input/1UBI.pdb`, 683],
  [`${imp}/em2d/test/input/1z5s.pdb`, 3592],
  [`${imp}/em2d/test/input/1e6v.pdb.gz`, 19222],
] as const) {
  realDataTest(`${path} is the same written as PDB and as mmCIF, and read again`, [path], async (file) => {
    const atoms = await readPdb(file!);
    expect(atoms.count).toBe(count);
    const { source: _, ...written } = atoms;
    const { source: _p, ...asPdb } = await readPdb(bytesOf(encodePdb(atoms)));
    expect(asPdb).toEqual(written);
    const { source: _c, ...asCif } = await readMmcif(bytesOf(encodeMmcif(atoms)));
    expect(asCif).toEqual(written);
  });
}
