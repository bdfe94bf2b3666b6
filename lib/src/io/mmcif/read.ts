import type { TaskOptions } from "../../core/index.js";
import { FormatError, startTask } from "../../core/index.js";
import { unitCell } from "../../model/index.js";
import type { Atoms, UnitCell } from "../../model/index.js";
import { openSource } from "../open-source.js";
import { AtomBuilder } from "../pdb/atom-builder.js";
import { elementSymbol } from "../pdb/element.js";
import type { Source, SourceInput } from "../source.js";
import { forEachLine } from "../star/lines.js";
import { assembliesOf } from "./assemblies.js";
import { ArchiveColumns, atomRows, atomSite } from "./atom-site.js";
import { collectCategories } from "./categories.js";
import type { Categories, Category } from "./categories.js";
import { cifParser } from "./cif-parser.js";

const wholeCategories = [
  atomSite,
  "cell",
  "symmetry",
  "space_group",
  "pdbx_struct_assembly_gen",
  "pdbx_struct_oper_list",
] as const;

/**
 * Reads the atoms of an mmCIF file, with its cell and assemblies: all models and alternate places of the first block that holds
 * atoms. Chains, residues and atoms have the names that their authors gave, as in a PDB file; `archiveChain`, `entity` and
 * `sequenceNumber` are the archive's. Plain or compressed; the file is never held as a whole.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is no mmCIF file, holds no atoms, or one without a place
 * @example
 * ```ts
 * import { readMmcif } from "vitrine";
 * const text = "data_one\nloop_\n_atom_site.type_symbol\n_atom_site.Cartn_x\n_atom_site.Cartn_y\n_atom_site.Cartn_z\nZN 1 2 3.5\n";
 * const zinc = await readMmcif(new TextEncoder().encode(text));
 * [zinc.element[0], zinc.positionA[2]];   // ["Zn", 3.5]
 * ```
 */
export async function readMmcif(input: SourceInput, options: TaskOptions = {}): Promise<Atoms> {
  const source = await openSource(input, options);
  try {
    return await readBlocks(source, options);
  } finally {
    await source.close();
  }
}

async function readBlocks(source: Source, options: TaskOptions): Promise<Atoms> {
  const file = source.name;
  const atom = new AtomBuilder();
  const archive = new ArchiveColumns();
  let categories = collectCategories(wholeCategories);
  let isOver = false;
  const parser = cifParser(file, {
    block() {
      takeSingleAtom(file, categories, atom, archive);
      isOver = atom.count > 0;
      if (!isOver) categories = collectCategories(wholeCategories);
    },
    loop(columns, offset) {
      if (isOver) return undefined;
      if (columns[0]!.startsWith(`${atomSite}.`)) return atomRows(file, columns, offset, atom, archive);
      return categories.loop(columns);
    },
    item: (name) => (isOver ? undefined : categories.item(name)),
  });
  await forEachLine(source, startTask(options), (bytes, start, end, offset) => {
    parser.take(bytes, start, end, offset);
    return undefined;
  });
  parser.finish();
  takeSingleAtom(file, categories, atom, archive);
  const cell = cellOf(file, categories);
  const surroundings = {
    ...(cell && { cell }),
    assemblies: assembliesOf(
      file,
      categories.of("pdbx_struct_assembly_gen"),
      categories.of("pdbx_struct_oper_list"),
    ),
    source: { name: file, format: "mmcif", warnings: [] },
  };
  const found = atom.finish(file, surroundings, {
    archiveChain: archive.chain.finish(),
    entity: archive.entity.finish(),
    sequenceNumber: archive.sequenceNumber.finish(),
  });
  const symbols = new Map<string, string>();
  for (const word of new Set(found.element)) symbols.set(word, elementSymbol(word));
  return { ...found, element: found.element.map((word) => symbols.get(word)!) };
}

/** The atom of a file that has only one, and no loop for it. */
function takeSingleAtom(
  file: string,
  categories: Categories,
  atom: AtomBuilder,
  archive: ArchiveColumns,
): void {
  const site = categories.of(atomSite);
  if (atom.count > 0 || site.size === 0) return;
  const columns = [...site.keys()].map((label) => `${atomSite}.${label}`);
  const rows = atomRows(file, columns, 0, atom, archive);
  for (const [i, [value]] of [...site.values()].entries()) {
    const bytes = new TextEncoder().encode(value === "" ? "?" : value);
    rows.take[i]!(bytes, 0, bytes.length, 0, true);
  }
  rows.endRow();
}

/** The cell, if the file tells of one whose sides are not all 1, which stands for no crystal. */
function cellOf(file: string, categories: Categories): UnitCell | undefined {
  const cell = categories.of("cell");
  const sides = ["length_a", "length_b", "length_c"].map((label) => first(cell, label));
  if (sides.every((side) => side === undefined || Number(side) === 1)) return undefined;
  const [a, b, c] = sides.map(Number) as [number, number, number];
  const angles = ["angle_alpha", "angle_beta", "angle_gamma"].map((label) =>
    Number(first(cell, label) ?? 90),
  );
  const spaceGroup =
    first(categories.of("symmetry"), "space_group_name_h-m") ??
    first(categories.of("space_group"), "name_h-m_alt") ??
    "P 1";
  try {
    return unitCell([a, b, c], {
      anglesDeg: angles as unknown as UnitCell["anglesDeg"],
      spaceGroup,
    });
  } catch (cause) {
    throw new FormatError({
      file,
      field: "_cell",
      got: [...cell.values()].join(" "),
      wanted: "three sides in Å and three angles in degrees",
      cause,
    });
  }
}

function first(category: Category, label: string): string | undefined {
  return category.get(label)?.[0] || undefined;
}
