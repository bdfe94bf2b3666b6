import { FormatError } from "../../core/index.js";
import type { Assembly, AssemblyPart, RigidMotion } from "../../model/index.js";

/** The assemblies of a file's REMARK 350 on their way. */
export interface AssemblyRemarks {
  /** Takes the text of a remark, behind its number. */
  take(text: string, offset: number): void;
  finish(): readonly Assembly[];
}

/** Starts to read the assemblies of `file`. */
export function assemblyRemarks(file: string): AssemblyRemarks {
  const assemblies: { name: string; parts: AssemblyPart[] }[] = [];
  let chains: string[] = [];
  let motions: RigidMotion[] = [];
  let rows: Row[] = [];

  function wrong(text: string, offset: number, wanted: string): never {
    throw new FormatError({ file, field: "REMARK 350", offset, got: text.trim(), wanted });
  }

  function begin(name: string): void {
    assemblies.push({ name, parts: [] });
  }

  function apply(names: string): void {
    chains.push(...names.split(/[\s,]+/).filter((name) => name !== ""));
  }

  function matrixRow(axis: number, numbers: readonly number[], text: string, offset: number): void {
    if (numbers.length !== 5 || !numbers.every(Number.isFinite) || axis !== rows.length)
      wrong(
        text,
        offset,
        "BIOMT1, BIOMT2 and BIOMT3 in turn, each with its number, three of a matrix and a shift",
      );
    rows.push(numbers.slice(1) as unknown as Row);
    if (axis < 2) return;
    const [[xx, xy, xz, x], [yx, yy, yz, y], [zx, zy, zz, z]] = rows as [Row, Row, Row];
    motions.push({ rotation: [xx, xy, xz, yx, yy, yz, zx, zy, zz], translationA: [x, y, z] });
    rows = [];
    if (motions.length === 1) assemblies.at(-1)?.parts.push({ chains, motions });
  }

  return {
    take(text, offset) {
      const name = /^\s*BIOMOLECULE:\s*(\S+)/.exec(text)?.[1];
      const start = /^\s*APPLY THE FOLLOWING TO CHAINS:(.*)/.exec(text)?.[1];
      const more = /^\s*AND CHAINS:(.*)/.exec(text)?.[1];
      const matrix = /^\s*BIOMT([123])\s+(.*)/.exec(text);
      if (name !== undefined) begin(name);
      else if (start !== undefined) {
        if (assemblies.length === 0) begin("1");
        [chains, motions] = [[], []];
        apply(start);
      } else if (more !== undefined) apply(more);
      else if (matrix !== null)
        matrixRow(Number(matrix[1]) - 1, matrix[2]!.trim().split(/\s+/).map(Number), text, offset);
    },
    finish: () => assemblies.filter(({ parts }) => parts.length > 0),
  };
}

type Row = readonly [x: number, y: number, z: number, shift: number];
