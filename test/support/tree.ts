import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The repository's folder. */
export const repositoryRoot: string = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** One text file: its path from the repository's root, with forward slashes, and its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const neverOurs = new Set(["node_modules", "dist", ".git", ".vitrine", "coverage", ".ipynb_checkpoints"]);

/** Every file below `folder` for which `keep` holds, sorted; folders of packages, builds and private state are passed over. */
export function filesBelow(
  folder: string,
  keep: (path: string) => boolean,
  root: string = repositoryRoot,
): string[] {
  const found: string[] = [];
  const visit = (at: string): void => {
    if (!existsSync(at)) return;
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (neverOurs.has(entry.name)) continue;
      const full = join(at, entry.name);
      if (entry.isDirectory()) visit(full);
      else if (entry.isFile()) {
        const path = relative(root, full).split(sep).join("/");
        if (keep(path)) found.push(path);
      }
    }
  };
  visit(join(root, folder));
  return found.sort();
}

/** Reads one file of the repository. */
export function readText(path: string, root: string = repositoryRoot): TextFile {
  return { path, text: readFileSync(join(root, path), "utf8") };
}

/** The kernels, in AssemblyScript: TypeScript's words, with imports and types of their own. */
const kernelsFolder = "lib/src/compute/wasm/assembly/";

/** The sources of the three packages that are TypeScript. */
export function sourceFiles(root: string = repositoryRoot): TextFile[] {
  const isSource = (path: string): boolean =>
    /\.tsx?$/.test(path) && !path.endsWith(".d.ts") && !path.startsWith(kernelsFolder);
  return ["lib/src", "kernel/src", "widgets/src"]
    .flatMap((folder) => filesBelow(folder, isSource, root))
    .map((path) => readText(path, root));
}

/** Every file that is or could be committed: what git tracks, and what it would not ignore. */
export function committableFiles(root: string = repositoryRoot): string[] {
  try {
    const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 2 ** 26,
    });
    const paths = listed.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
    return [...new Set(paths)].filter((path) => statSync(join(root, path)).isFile()).sort();
  } catch {
    return filesBelow(".", () => true, root); // a copy without history
  }
}

const trees = new WeakMap<TextFile, ts.SourceFile>();

/** A file's syntax tree, with parents and doc comments; parsed once for each record. */
export function parse(file: TextFile): ts.SourceFile {
  let tree = trees.get(file);
  if (tree === undefined) {
    const kind = file.path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true, kind);
    trees.set(file, tree);
  }
  return tree;
}

/** Line of a position, counted from 1. */
export function lineOf(tree: ts.SourceFile, position: number): number {
  return tree.getLineAndCharacterOfPosition(position).line + 1;
}

/** Calls `visit` for a node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Whether a declaration carries the word `export`. */
export function isExported(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && hasModifier(node, ts.SyntaxKind.ExportKeyword);
}

function hasModifier(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false;
}

/** The exported functions of a file: declarations, and constants that hold a function. */
export function exportedFunctions(tree: ts.SourceFile): { readonly name: string; readonly node: ts.Node }[] {
  const found: { name: string; node: ts.Node }[] = [];
  for (const statement of tree.statements) {
    if (!isExported(statement)) continue;
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined)
      found.push({ name: statement.name.text, node: statement });
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const holdsFunction =
        initializer !== undefined &&
        (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
      if (holdsFunction && ts.isIdentifier(name)) found.push({ name: name.text, node: statement });
    }
  }
  return found;
}
