import { posix } from "node:path";
import ts from "typescript";
import { exportedFunctions, isExported, lineOf, parse, walk, type TextFile } from "../support/tree.js";
import { importsOf } from "./import-rules.js";

/** No source is longer; files aim at 40 to 150 lines. */
export const mostLines = 300;

/** Whether a file says at its top that a program wrote it. */
export function isGenerated({ text }: TextFile): boolean {
  return text.split("\n", 5).some((line) => /@generated\b/.test(line));
}

/** Whether a file holds something that can go wrong: a function with a body, or a class. */
export function holdsCode(file: TextFile): boolean {
  let found = false;
  walk(parse(file), (node) => {
    if (ts.isClassLike(node) || ts.isArrowFunction(node)) found = true;
    if (ts.isFunctionLike(node) && (node as ts.FunctionLikeDeclaration).body !== undefined) found = true;
  });
  return found;
}

/** Where the test of a source may stand: beside it in the mirror, or named for a folder around it that is not a whole room. */
export function mirrors(path: string): string[] {
  const [workspace, ...inner] = path
    .replace("/src/", "/")
    .replace(/\.tsx?$/, "")
    .split("/") as [string, ...string[]];
  const tests = [`test/${workspace}/${inner.join("/")}.test.ts`];
  for (let depth = inner.length - 1; depth >= 2; depth--) {
    tests.push(`test/${workspace}/${inner.slice(0, depth).join("/")}.test.ts`);
  }
  return tests;
}

/** Sources that tests in the mirrored folder (or in one inside it) import by their path. */
export function importedByMirror(tests: readonly TextFile[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const test of tests) {
    const at = posix.dirname(test.path);
    for (const { specifier } of importsOf(test)) {
      if (!specifier.startsWith(".")) continue;
      const source = posix.join(at, specifier).replace(/\.js$/, ".ts");
      const mirrored = `test/${posix.dirname(source).replace("/src", "")}`;
      if (at === mirrored || at.startsWith(`${mirrored}/`)) found.add(source);
    }
  }
  return found;
}

/** Sources with code that no test mirrors: none at a mirrored path, and none in the mirrored folder that imports them. */
export function untested(
  files: readonly TextFile[],
  has: (path: string) => boolean,
  imported: ReadonlySet<string> = new Set(),
): string[] {
  return files
    .filter(({ path }) => !/\/(index|options)\.tsx?$/.test(path))
    .filter((file) => !isGenerated(file) && holdsCode(file))
    .filter(({ path }) => !imported.has(path) && !mirrors(path).some(has))
    .map(({ path }) => `${path}: no ${mirrors(path).join(" or ")}`);
}

/** Sources that are too long. */
export function tooLong(files: readonly TextFile[]): string[] {
  return files
    .filter((file) => !isGenerated(file))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ path, lines }) => `${path}: ${lines} lines`);
}

/** Default exports. */
export function defaultExports(files: readonly TextFile[]): string[] {
  return files.flatMap((file) => {
    const tree = parse(file);
    return tree.statements.flatMap((statement) => {
      const assigned = ts.isExportAssignment(statement);
      const marked =
        isExported(statement) &&
        ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)!.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
      const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
      const renamed =
        clause !== undefined &&
        ts.isNamedExports(clause) &&
        clause.elements.some(({ name }) => name.text === "default");
      return assigned || marked || renamed ? [`${file.path}:${lineOf(tree, statement.getStart())}`] : [];
    });
  });
}

/** Exported functions without a doc comment; of several overloads one is enough. */
export function undocumented(files: readonly TextFile[]): string[] {
  return files.flatMap((file) => {
    if (isGenerated(file)) return [];
    const tree = parse(file);
    const functions = exportedFunctions(tree);
    const documented = functions.filter(({ node }) => ts.getJSDocCommentsAndTags(node).some(ts.isJSDoc));
    const names = new Set(documented.map(({ name }) => name));
    return functions
      .filter(({ name }) => !names.has(name))
      .map(({ name, node }) => `${file.path}:${lineOf(tree, node.getStart())}: ${name}`);
  });
}

/** Folders of a kind that lack one of the files which every folder of that kind has. */
export function lacking(
  folders: readonly string[],
  wanted: readonly string[],
  has: (path: string) => boolean,
): string[] {
  return folders.flatMap((folder) =>
    wanted.filter((name) => !has(`${folder}/${name}`)).map((name) => `${folder}: no ${name}`),
  );
}
