import { existsSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { parse, readText, repositoryRoot, sourceFiles, type TextFile } from "../support/tree.js";

/** What users import, and the file that decides what is in it. */
const entries: readonly (readonly [name: string, path: string])[] = [
  ["vitrine", "lib/src/index.ts"],
  ["@vitrine/kernel/cell", "kernel/src/cell/index.ts"],
  ["@vitrine/kernel/controls", "kernel/src/controls/index.ts"],
  ["@vitrine/kernel/install", "kernel/src/install/index.ts"],
  ["@vitrine/widgets/host", "widgets/src/host/index.ts"],
];

/** The names that an index gives out, types marked. */
function surfaceOf(file: TextFile): string[] {
  const names: string[] = [];
  for (const statement of parse(file).statements) {
    if (!ts.isExportDeclaration(statement)) continue;
    const { exportClause, isTypeOnly } = statement;
    if (exportClause === undefined || !ts.isNamedExports(exportClause)) continue;
    for (const element of exportClause.elements) {
      names.push(`${isTypeOnly || element.isTypeOnly ? "type " : ""}${element.name.text}`);
    }
  }
  return names.sort();
}

/** Exports that do not name what they give out, or that give out something made in the index itself. */
function unnamedExports(file: TextFile): string[] {
  return parse(file).statements.flatMap((statement) => {
    const named =
      ts.isExportDeclaration(statement) &&
      statement.exportClause !== undefined &&
      ts.isNamedExports(statement.exportClause);
    const said = `${file.path}: ${statement.getText().split("\n")[0]}`;
    if (ts.isImportDeclaration(statement)) return [];
    return named ? [] : [said];
  });
}

describe("the public surface", () => {
  const standing = entries.filter(([, path]) => existsSync(join(repositoryRoot, path)));

  test("the library and the cell's interface stand", () => {
    expect(standing.map(([name]) => name)).toEqual(
      expect.arrayContaining(["vitrine", "@vitrine/kernel/cell"]),
    );
  });

  test.each(standing)("%s gives out these names and no others", (_, path) => {
    const names = surfaceOf(readText(path));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toMatchSnapshot();
  });

  test("every name that the library's index gives out is there when it is loaded", async () => {
    const loaded = (await import("vitrine")) as Record<string, unknown>;
    const values = surfaceOf(readText("lib/src/index.ts")).filter((name) => !name.startsWith("type "));
    expect(Object.keys(loaded).sort()).toEqual(values);
    expect(values.filter((name) => loaded[name] === undefined)).toEqual([]);
  });
});

describe("every index says by name what it gives out", () => {
  test("in the whole tree", () => {
    const indexes = sourceFiles().filter(
      ({ path }) => path.endsWith("/index.ts") && !path.startsWith("widgets/src/view/"),
    );
    expect(indexes.length).toBeGreaterThan(4);
    expect(indexes.flatMap(unnamedExports)).toEqual([]);
  });

  test.each([
    ['export * from "./a.js";', 1],
    ['export * as a from "./a.js";', 1],
    ["export const a = 1;", 1],
    ["const a = 1;", 1],
    ['export { a } from "./a.js"; export type { B } from "./b.js";', 0],
  ])("the checker judges %s", (text, count) => {
    expect(unnamedExports({ path: "lib/src/core/index.ts", text })).toHaveLength(count);
  });
});
