import { ValueError } from "../../core/index.js";
import type { Assembly, Atoms, UnitCell } from "../../model/index.js";
import { spelledElement } from "./element.js";
import { hybrid36Text } from "./hybrid-36.js";

/** Atoms that are spelled at a time. */
const atomsAtOnce = 4096;
/** Names of chains on a line of a remark. */
const chainsAtOnce = 15;

/**
 * The text of a PDB file, piece by piece. Places are kept to 0.001 Å, occupancies and B factors to 0.01, as the format has room;
 * larger numbers lose decimals before they lose digits.
 *
 * @throws ValueError if a name or number is too long for the format, which mmCIF has room for
 */
export function* encodePdb(atoms: Atoms): Generator<string> {
  for (const assembly of atoms.assemblies) yield* assemblyLines(assembly, atoms);
  if (atoms.cell !== undefined) yield cellLine(atoms.cell);
  const severalModels = atoms.model.some((model) => model !== 1);
  const lastOfChain = lastPolymerAtoms(atoms);
  let text = "";
  for (let i = 0; i < atoms.count; i++) {
    if (severalModels && (i === 0 || atoms.model[i] !== atoms.model[i - 1]))
      text += `${i === 0 ? "" : "ENDMDL\n"}MODEL     ${String(atoms.model[i]).padStart(4)}\n`;
    text += atomLine(atoms, i);
    if (lastOfChain.has(i)) text += "TER\n";
    if (i % atomsAtOnce === atomsAtOnce - 1) {
      yield text;
      text = "";
    }
  }
  yield `${text}${severalModels ? "ENDMDL\n" : ""}END\n`;
}

function atomLine(atoms: Atoms, i: number): string {
  const [x, y, z] = atoms.positionA.subarray(3 * i, 3 * i + 3);
  const element = spelledElement(atoms.element[i]!);
  const charge = atoms.charge[i]!;
  return (
    (atoms.hetero[i] === 1 ? "HETATM" : "ATOM  ") +
    number(atoms.serial[i]!, 5, "serial") +
    " " +
    atomName(atoms.name[i]!, element) +
    word(atoms.alternate[i]!, 1, "alternate") +
    word(atoms.residue[i]!, 3, "residue", "start") +
    word(atoms.chain[i]!, 2, "chain", "start") +
    number(atoms.residueNumber[i]!, 4, "residueNumber") +
    word(atoms.insertion[i]!, 1, "insertion") +
    "   " +
    decimal(x!, 8, 3, "positionA") +
    decimal(y!, 8, 3, "positionA") +
    decimal(z!, 8, 3, "positionA") +
    decimal(atoms.occupancy[i]!, 6, 2, "occupancy") +
    decimal(atoms.bFactorA2[i]!, 6, 2, "bFactorA2") +
    " ".repeat(10) +
    element.padStart(2) +
    (charge === 0 ? "" : word(`${Math.abs(charge)}${charge > 0 ? "+" : "-"}`, 2, "charge")) +
    "\n"
  );
}

/** A name in its four columns: the symbol of an element ends in the second of them, if there is room. */
function atomName(name: string, element: string): string {
  const indented = name.length < 4 && element.length === 1 ? ` ${name}` : name;
  return word(indented, 4, "name");
}

/** A word in a field, at its end or its start as `padding` says where the blanks go. */
function word(text: string, width: number, field: string, padding: "start" | "end" = "end"): string {
  if (text.length > width || /[^\x20-\x7e]/.test(text)) tooLong(field, text, width);
  return padding === "start" ? text.padStart(width) : text.padEnd(width);
}

function number(value: number, width: number, field: string): string {
  return hybrid36Text(value, width) ?? tooLong(field, value, width);
}

/** A number with as many decimals as there is room for, `decimals` at most. */
function decimal(value: number, width: number, decimals: number, field: string): string {
  for (let digits = decimals; digits >= 0; digits--) {
    const text = value.toFixed(digits);
    if (text.length <= width) return text.padStart(width);
  }
  return tooLong(field, value, width);
}

function tooLong(field: string, got: unknown, width: number): never {
  throw new ValueError(`PDB file: ${field}`, {
    got,
    wanted: `${width} plain characters at most`,
    hint: "mmCIF has room for it",
  });
}

function cellLine({ lengthsA, anglesDeg, spaceGroup }: UnitCell): string {
  const lengths = lengthsA.map((length) => decimal(length, 9, 3, "cell")).join("");
  const angles = anglesDeg.map((angle) => decimal(angle, 7, 2, "cell")).join("");
  return `CRYST1${lengths}${angles} ${word(spaceGroup, 11, "spaceGroup")}\n`;
}

/** The last atom of the polymer in each chain of each model, behind which the chain ends. */
function lastPolymerAtoms({ count, chain, model, hetero }: Atoms): ReadonlySet<number> {
  const last = new Map<string, number>();
  for (let i = 0; i < count; i++) if (hetero[i] === 0) last.set(`${model[i]} ${chain[i]}`, i);
  return new Set(last.values());
}

function* assemblyLines({ name, parts }: Assembly, atoms: Atoms): Generator<string> {
  yield `REMARK 350 BIOMOLECULE: ${name}\n`;
  for (const { chains, motions } of parts) {
    const names = authorChains(chains, atoms);
    for (let first = 0; first < names.length; first += chainsAtOnce) {
      const some = names.slice(first, first + chainsAtOnce).join(", ");
      const isLast = first + chainsAtOnce >= names.length;
      yield `REMARK 350 ${first === 0 ? "APPLY THE FOLLOWING TO CHAINS:" : "                   AND CHAINS:"} ${some}${isLast ? "" : ","}\n`;
    }
    for (const [i, { rotation, translationA }] of motions.entries()) {
      for (let axis = 0; axis < 3; axis++) {
        const row = rotation.slice(3 * axis, 3 * axis + 3).map((value) => decimal(value, 10, 6, "rotation"));
        const shift = decimal(translationA[axis]!, 15, 5, "translationA");
        yield `REMARK 350   BIOMT${axis + 1} ${String(i + 1).padStart(3)}${row.join("")}${shift}\n`;
      }
    }
  }
}

/** Chains by the names that a PDB file knows. @throws ValueError if only a part of such a chain belongs to the assembly */
function authorChains(wanted: readonly string[], { chain, archiveChain }: Atoms): readonly string[] {
  const names = new Map<string, Set<string>>();
  for (const [i, archive] of archiveChain.entries()) {
    const known = names.get(archive) ?? new Set();
    names.set(archive, known.add(chain[i]!));
  }
  const chosen = new Set(wanted.flatMap((archive) => [...(names.get(archive) ?? [])]));
  const left = [...names.keys()].filter((archive) => !wanted.includes(archive));
  const split = left.flatMap((archive) => [...names.get(archive)!]).find((name) => chosen.has(name));
  if (split === undefined) return [...chosen];
  throw new ValueError("PDB file: assembly", {
    got: `a part of chain ${split}`,
    wanted: "whole chains",
    hint: "mmCIF can say it",
  });
}
