import { ValueError } from "../core/index.js";
import { rotated } from "../math/index.js";
import type { RigidMotion } from "./assembly.js";
import type { Atoms } from "./atoms.js";
import { selectAtoms } from "./select-atoms.js";

/**
 * The atoms of an assembly, copy by copy. Copies keep the names of their chains; `serial` counts anew.
 *
 * @throws ValueError if the model has no such assembly
 * @example
 * ```ts
 * const still = { rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1], translationA: [0, 0, 0] } as const;
 * const turned = { rotation: [-1, 0, 0, 0, -1, 0, 0, 0, 1], translationA: [10, 0, 0] } as const;
 * const one = atoms(Float64Array.of(1, 2, 3), {
 *   chain: ["A"],
 *   assemblies: [{ name: "1", parts: [{ chains: ["A"], motions: [still, turned] }] }],
 * });
 * assembled(one, "1").positionA;   // Float64Array [1, 2, 3, 9, -2, 3]
 * ```
 */
export function assembled(model: Atoms, name: string): Atoms {
  const assembly = model.assemblies.find((candidate) => candidate.name === name);
  if (assembly === undefined) {
    throw new ValueError("assembly", {
      got: name,
      wanted: `one of ${model.assemblies.map((candidate) => candidate.name).join(", ") || "none: the file names no assembly"}`,
    });
  }
  const copies = assembly.parts.flatMap(({ chains, motions }) => {
    const wanted = new Set(chains);
    const rows = Int32Array.from(
      Array.from({ length: model.count }, (_, i) => i).filter((i) => wanted.has(model.archiveChain[i]!)),
    );
    return motions.map((motion) => ({ rows, motion }));
  });
  const all = selectAtoms(model, concatenated(copies.map(({ rows }) => rows)));
  let first = 0;
  for (const { rows, motion } of copies) {
    moveInto(all.positionA.subarray(3 * first, 3 * (first + rows.length)), motion);
    first += rows.length;
  }
  return { ...all, serial: Int32Array.from({ length: all.count }, (_, i) => i + 1), assemblies: [] };
}

function concatenated(lists: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let first = 0;
  for (const list of lists) {
    all.set(list, first);
    first += list.length;
  }
  return all;
}

function moveInto(positionA: Float64Array, { rotation, translationA }: RigidMotion): void {
  for (let i = 0; i < positionA.length; i += 3) {
    const turned = rotated(rotation, [positionA[i]!, positionA[i + 1]!, positionA[i + 2]!]);
    for (let axis = 0; axis < 3; axis++) positionA[i + axis] = turned[axis]! + translationA[axis]!;
  }
}
