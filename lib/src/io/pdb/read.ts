import type { TaskOptions } from "../../core/index.js";
import { FormatError, startTask } from "../../core/index.js";
import { unitCell } from "../../model/index.js";
import type { Atoms, UnitCell } from "../../model/index.js";
import { openSource } from "../open-source.js";
import type { Source, SourceInput } from "../source.js";
import { decode } from "../star/column-builder.js";
import { forEachLine } from "../star/lines.js";
import { assemblyRemarks } from "./assembly-remarks.js";
import { AtomBuilder } from "./atom-builder.js";
import { takeAtom } from "./atom-record.js";

/** Longest name of a record. */
const nameLength = 6;

/**
 * Reads the atoms of a PDB file, with its cell and assemblies: all models and alternate places, numbers beyond 99999 in hybrid-36,
 * chains of two letters. An element that is not said is taken from the atom's name; a serial number that can't be read, as `*****`,
 * is the place in the file. Plain or compressed; the file is never held as a whole.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it holds no atoms, or one without a place
 * @example
 * ```ts
 * import { readPdb } from "vitrine";
 * const line = "HETATM 2001  O   HOH A 101      45.700  30.500  19.800  1.00 17.71           O  ";
 * const water = await readPdb(new TextEncoder().encode(line));
 * [water.residue[0], water.positionA[0]];   // ["HOH", 45.7]
 * ```
 */
export async function readPdb(input: SourceInput, options: TaskOptions = {}): Promise<Atoms> {
  const source = await openSource(input, options);
  try {
    return await readRecords(source, options);
  } finally {
    await source.close();
  }
}

async function readRecords(source: Source, options: TaskOptions): Promise<Atoms> {
  const file = source.name;
  const atom = new AtomBuilder();
  const assemblies = assemblyRemarks(file);
  let cell: UnitCell | undefined;
  let model = 1;
  let ended = false;
  await forEachLine(source, startTask(options), (bytes, start, end, offset) => {
    const rest = () => decode(bytes, Math.min(end, start + nameLength), end).trimEnd();
    switch (decode(bytes, start, Math.min(end, start + nameLength)).trimEnd()) {
      case "ATOM":
      case "HETATM":
        if (ended) model++;
        ended = false;
        takeAtom(atom, { file, bytes, start, end, offset }, bytes[start] === "H".charCodeAt(0), model);
        break;
      case "MODEL":
        model = modelNumber(file, rest(), offset);
        ended = false;
        break;
      case "ENDMDL":
      case "END":
        ended = atom.count > 0;
        break;
      case "CRYST1":
        cell = cellOf(file, rest(), offset);
        break;
      case "REMARK":
        if (/^ 350/.test(rest())) assemblies.take(rest().slice(4), offset);
        break;
    }
    return undefined;
  });
  return atom.finish(file, {
    ...(cell && { cell }),
    assemblies: assemblies.finish(),
    source: { name: file, format: "pdb", warnings: [] },
  });
}

function modelNumber(file: string, text: string, offset: number): number {
  if (/^\s+\d{1,9}$/.test(text)) return Number(text);
  throw new FormatError({ file, field: "MODEL", offset, got: text, wanted: "the number of a model" });
}

/** The cell of a CRYST1 record; none where all its sides are 1, which stands for no crystal. */
function cellOf(file: string, text: string, offset: number): UnitCell | undefined {
  const columns = [0, 9, 18, 27, 34, 41, 48].map((at, i, all) => text.slice(at, all[i + 1] ?? 48));
  const [a, b, c, alpha, beta, gamma] = columns.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if ([a, b, c].every((side) => side === 1) || [a, b, c].every((side) => side === 0)) return undefined;
  const spaceGroup = text.slice(49, 60).trim() || "P 1";
  try {
    return unitCell([a, b, c], { anglesDeg: [alpha, beta, gamma], spaceGroup });
  } catch (cause) {
    throw new FormatError({
      file,
      field: "CRYST1",
      offset,
      got: text.trim(),
      wanted: "three sides in Å and three angles in degrees",
      cause,
    });
  }
}
