import { FormatError } from "../../core/index.js";
import { composed, rotated } from "../../math/index.js";
import type { Rotation, Vector3 } from "../../math/index.js";
import type { Assembly, AssemblyPart, RigidMotion } from "../../model/index.js";
import type { Category } from "./categories.js";

/** Most copies of an assembly: more than any capsid has. */
const mostCopies = 100_000;

/**
 * The assemblies of `file` from the categories `pdbx_struct_assembly_gen` and `pdbx_struct_oper_list`.
 *
 * @throws FormatError if an operation is named that is not listed, or its numbers are none
 */
export function assembliesOf(file: string, generators: Category, operations: Category): readonly Assembly[] {
  const motions = motionsOf(file, operations);
  const parts = new Map<string, AssemblyPart[]>();
  const names = generators.get("assembly_id") ?? [];
  const expressions = generators.get("oper_expression") ?? [];
  const chains = generators.get("asym_id_list") ?? [];
  for (const [i, name] of names.entries()) {
    const part = {
      chains: (chains[i] ?? "").split(",").map((chain) => chain.trim()),
      motions: expanded(file, expressions[i] ?? "", motions),
    };
    parts.set(name, [...(parts.get(name) ?? []), part]);
  }
  return Array.from(parts, ([name, ofIt]) => ({ name, parts: ofIt }));
}

function motionsOf(file: string, operations: Category): ReadonlyMap<string, RigidMotion> {
  function numbers(row: number, ...labels: readonly string[]): number[] {
    return labels.map((label) => {
      const text = operations.get(label)?.[row] ?? "";
      const value = text === "" ? NaN : Number(text);
      return Number.isFinite(value)
        ? value
        : wrong(file, `_pdbx_struct_oper_list.${label}`, text, "a finite number");
    });
  }
  const axes = [1, 2, 3];
  const cells = axes.flatMap((row) => axes.map((column) => `matrix[${row}][${column}]`));
  const shifts = axes.map((row) => `vector[${row}]`);
  return new Map(
    (operations.get("id") ?? []).map((id, row) => [
      id,
      {
        rotation: numbers(row, ...cells) as unknown as Rotation,
        translationA: numbers(row, ...shifts) as unknown as Vector3,
      },
    ]),
  );
}

/** The motions of an expression: `1`, `1,2`, `(1-60)`, and products as `(1-60)(61,62)`, whose last factor acts first. */
function expanded(
  file: string,
  expression: string,
  motions: ReadonlyMap<string, RigidMotion>,
): readonly RigidMotion[] {
  const text = expression.replace(/\s/g, "");
  const factors = text.startsWith("(") ? (text.match(/[^()]+/g) ?? []) : [text];
  const lists = factors.map((factor) => operationNames(file, factor, motions));
  const copies = lists.reduce((product, list) => product * list.length, 1);
  if (copies > mostCopies || lists.length === 0)
    wrong(
      file,
      "_pdbx_struct_assembly_gen.oper_expression",
      `${expression}: ${copies} copies`,
      `1 to ${mostCopies}`,
    );
  return lists
    .map((list) => list.map((name) => motions.get(name)!))
    .reduce((firsts, seconds) => firsts.flatMap((outer) => seconds.map((inner) => inTurn(inner, outer))));
}

/** Names of a list, `1,2,5-8`. */
function operationNames(file: string, list: string, motions: ReadonlyMap<string, RigidMotion>): string[] {
  const names = list.split(",").flatMap((part) => {
    const range = /^(\d{1,9})-(\d{1,9})$/.exec(part);
    if (range === null) return [part];
    const [first, last] = [Number(range[1]), Number(range[2])];
    if (last < first || last - first >= motions.size)
      wrong(
        file,
        "_pdbx_struct_assembly_gen.oper_expression",
        list,
        `operations that are listed, of which there are ${motions.size}`,
      );
    return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  });
  const missing = names.find((name) => !motions.has(name));
  if (missing === undefined) return names;
  return wrong(
    file,
    "_pdbx_struct_assembly_gen.oper_expression",
    `operation ${missing}`,
    "one that is listed",
  );
}

/** Two motions as one, `first` before `second`. */
function inTurn(first: RigidMotion, second: RigidMotion): RigidMotion {
  const [x, y, z] = rotated(second.rotation, first.translationA);
  const [shiftX, shiftY, shiftZ] = second.translationA;
  return {
    rotation: composed(second.rotation, first.rotation),
    translationA: [x + shiftX, y + shiftY, z + shiftZ],
  };
}

function wrong(file: string, field: string, got: string, wanted: string): never {
  throw new FormatError({ file, field, got, wanted });
}
