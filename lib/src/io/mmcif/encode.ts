import { ValueError } from "../../core/index.js";
import type { Assembly, Atoms, RigidMotion, UnitCell } from "../../model/index.js";
import { spelledElement } from "../pdb/element.js";

/** Atoms that are spelled at a time. */
const atomsAtOnce = 4096;

/** Columns of an atom and how they are spelled. */
const columns: readonly (readonly [name: string, spell: (atoms: Atoms, i: number) => string])[] = [
  ["group_PDB", ({ hetero }, i) => (hetero[i] === 1 ? "HETATM" : "ATOM")],
  ["id", ({ serial }, i) => String(serial[i])],
  ["type_symbol", ({ element }, i) => spelledElement(element[i]!)],
  ["label_atom_id", ({ name }, i) => cifWord(name[i]!)],
  ["label_alt_id", ({ alternate }, i) => cifWord(alternate[i]!, ".")],
  ["label_comp_id", ({ residue }, i) => cifWord(residue[i]!)],
  ["label_asym_id", ({ archiveChain }, i) => cifWord(archiveChain[i]!)],
  ["label_entity_id", ({ entity }, i) => cifWord(entity[i]!)],
  ["label_seq_id", ({ sequenceNumber }, i) => (sequenceNumber[i] === 0 ? "." : String(sequenceNumber[i]))],
  ["pdbx_PDB_ins_code", ({ insertion }, i) => cifWord(insertion[i]!)],
  ["Cartn_x", ({ positionA }, i) => String(positionA[3 * i])],
  ["Cartn_y", ({ positionA }, i) => String(positionA[3 * i + 1])],
  ["Cartn_z", ({ positionA }, i) => String(positionA[3 * i + 2])],
  ["occupancy", ({ occupancy }, i) => String(occupancy[i])],
  ["B_iso_or_equiv", ({ bFactorA2 }, i) => String(bFactorA2[i])],
  ["pdbx_formal_charge", ({ charge }, i) => (charge[i] === 0 ? "?" : String(charge[i]))],
  ["auth_seq_id", ({ residueNumber }, i) => String(residueNumber[i])],
  ["auth_comp_id", ({ residue }, i) => cifWord(residue[i]!)],
  ["auth_asym_id", ({ chain }, i) => cifWord(chain[i]!)],
  ["auth_atom_id", ({ name }, i) => cifWord(name[i]!)],
  ["pdbx_PDB_model_num", ({ model }, i) => String(model[i])],
];

/**
 * The text of an mmCIF file, piece by piece: atoms, cell and assemblies. Numbers are spelled with as many digits as give the same
 * number again.
 *
 * @throws ValueError if the name, or a word, holds what a CIF file can't
 */
export function* encodeMmcif(
  atoms: Atoms,
  { name = "model" }: { readonly name?: string } = {},
): Generator<string> {
  if (!/^[\x21-\x7e]+$/.test(name)) {
    throw new ValueError("name of the block", { got: name, wanted: "plain letters without blanks" });
  }
  yield `data_${name}\n#\n_entry.id ${cifWord(name)}\n#\n`;
  if (atoms.cell !== undefined) yield cellText(atoms.cell, name);
  if (atoms.assemblies.length > 0) yield assembliesText(atoms.assemblies);
  yield loopHead(
    "atom_site",
    columns.map(([label]) => label),
  );
  for (let first = 0; first < atoms.count; first += atomsAtOnce) {
    let text = "";
    for (let i = first; i < Math.min(first + atomsAtOnce, atoms.count); i++)
      text += `${columns.map(([, spell]) => spell(atoms, i)).join(" ")}\n`;
    yield text;
  }
  yield "#\n";
}

function cellText({ lengthsA, anglesDeg, spaceGroup }: UnitCell, name: string): string {
  const lengths = ["a", "b", "c"].map((side, i) => `_cell.length_${side} ${lengthsA[i]}\n`);
  const angles = ["alpha", "beta", "gamma"].map((angle, i) => `_cell.angle_${angle} ${anglesDeg[i]}\n`);
  return (
    `_cell.entry_id ${cifWord(name)}\n${lengths.join("")}${angles.join("")}#\n` +
    `_symmetry.entry_id ${cifWord(name)}\n_symmetry.space_group_name_H-M ${cifWord(spaceGroup)}\n#\n`
  );
}

/** Assemblies, and each different motion of theirs once. */
function assembliesText(assemblies: readonly Assembly[]): string {
  const numbers = new Map<string, number>();
  const numberOf = ({ rotation, translationA }: RigidMotion): number => {
    const spelled = [0, 1, 2]
      .map((row) => [...rotation.slice(3 * row, 3 * row + 3), translationA[row]].join(" "))
      .join(" ");
    const number = numbers.get(spelled) ?? numbers.size + 1;
    numbers.set(spelled, number);
    return number;
  };
  const generators = assemblies.flatMap(({ name, parts }) =>
    parts.map(
      ({ chains, motions }) =>
        `${cifWord(name)} ${cifWord(motions.map(numberOf).join(","))} ${cifWord(chains.join(","))}\n`,
    ),
  );
  const axes = [1, 2, 3];
  const operationColumns = axes.flatMap((row) => [
    ...axes.map((column) => `matrix[${row}][${column}]`),
    `vector[${row}]`,
  ]);
  return (
    `${loopHead("pdbx_struct_assembly", ["id"])}${assemblies.map(({ name }) => `${cifWord(name)}\n`).join("")}#\n` +
    `${loopHead("pdbx_struct_assembly_gen", ["assembly_id", "oper_expression", "asym_id_list"])}${generators.join("")}#\n` +
    `${loopHead("pdbx_struct_oper_list", ["id", ...operationColumns])}` +
    `${Array.from(numbers, ([spelled, number]) => `${number} ${spelled}\n`).join("")}#\n`
  );
}

function loopHead(category: string, labels: readonly string[]): string {
  return `loop_\n${labels.map((label) => `_${category}.${label}\n`).join("")}`;
}

/** A word as it is, or in quotes where it would be taken for something else; `nothing` where it is empty. */
function cifWord(word: string, nothing = "?"): string {
  if (word === "") return nothing;
  if (/^[^\s"'#$;_[\]?.][^\s]*$/.test(word) && !/^(data_|global_|loop_|save_|stop_)/i.test(word)) return word;
  if (!/[\n\r]/.test(word)) {
    if (!/"(\s|$)/.test(word)) return `"${word}"`;
    if (!/'(\s|$)/.test(word)) return `'${word}'`;
  }
  throw new ValueError("word in an mmCIF file", {
    got: word,
    wanted: "one line, without quotes of both kinds before blanks",
  });
}
