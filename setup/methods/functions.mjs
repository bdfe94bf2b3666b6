import fs from "node:fs";
import path from "node:path";
import ts from "typescript";
import { rowsOfTag } from "./row-ids.mjs";

/** The exported functions of a source that carry `@row` tags. */
export function functionsOf({ path: file, text }) {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  return tree.statements.flatMap((statement) => {
    const exported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
    const rows = ts
      .getJSDocTags(statement)
      .filter(({ tagName }) => tagName.text === "row")
      .flatMap(({ comment }) => rowsOfTag(ts.getTextOfJSDocComment(comment) ?? ""));
    if (!exported || rows.length === 0) return [];
    const declared = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations[0]
      : statement;
    return [{ name: declared.name?.getText(tree) ?? "?", path: file, rows }];
  });
}

/** Every name that the library's index or the index of one of its rooms gives out. */
export function publicNames(root) {
  const source = path.join(root, "lib", "src");
  const rooms = fs.existsSync(source) ? fs.readdirSync(source, { withFileTypes: true }) : [];
  const folders = rooms.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const indexes = ["", ...folders].map((folder) => path.join(source, folder, "index.ts"));
  const names = new Set();
  for (const index of indexes.filter((file) => fs.existsSync(file))) {
    const tree = ts.createSourceFile(index, fs.readFileSync(index, "utf8"), ts.ScriptTarget.ES2022, true);
    for (const { exportClause } of tree.statements.filter(ts.isExportDeclaration)) {
      for (const { name } of exportClause?.elements ?? []) names.add(name.text);
    }
  }
  return names;
}
