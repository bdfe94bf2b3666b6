import { builtinModules } from "node:module";
import { posix } from "node:path";
import ts from "typescript";
import { lineOf, parse, walk, type TextFile } from "../support/tree.js";
import { packagesOfOneRoom, rooms, workspaces, type Room } from "./rooms.js";

/** One mention of another module. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly line: number;
  readonly how: "static" | "type" | "re-export" | "dynamic" | "file";
}

const builtins = new Set(builtinModules);

/** Every module that a file names: import, export … from, import(), import types, require, and files given by address. */
export function importsOf(file: TextFile): Import[] {
  const tree = parse(file);
  const found: Import[] = [];
  const add = (at: ts.Node, literal: ts.Node | undefined, how: Import["how"]): void => {
    if (literal !== undefined && ts.isStringLiteralLike(literal))
      found.push({ from: file.path, specifier: literal.text, line: lineOf(tree, at.getStart(tree)), how });
  };
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, typeOnly(node) ? "type" : "static");
    else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly ? "type" : "re-export");
    } else if (ts.isImportTypeNode(node)) {
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, "type");
    } else if (ts.isExternalModuleReference(node)) add(node, node.expression, "static");
    else if (ts.isCallExpression(node)) {
      const dynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword;
      const required = /^(require|createRequire\(.*\)|require\.resolve)$/.test(node.expression.getText(tree));
      if (dynamic || required) add(node, node.arguments[0], "dynamic");
    } else if (ts.isNewExpression(node) && node.arguments?.[1]?.getText(tree) === "import.meta.url") {
      add(node, node.arguments[0], "file");
    }
  });
  return found;
}

function typeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.isTypeOnly) return true;
  const bindings = importClause.namedBindings;
  if (importClause.name !== undefined || bindings === undefined || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

/** The room that a path belongs to: the one with the longest folder. */
export function roomOf(path: string): Room | undefined {
  const stem = path.replace(/\.tsx?$/, "");
  return rooms
    .filter(({ folder }) => stem === folder || stem.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** Path of the source that a specifier means, a Node module, or a package's name. */
export function resolveImport(
  { from, specifier }: Pick<Import, "from" | "specifier">,
  has: (path: string) => boolean,
): { readonly path: string } | { readonly builtin: string } | { readonly package: string } | undefined {
  if (specifier.startsWith(".")) {
    const path = posix.join(posix.dirname(from), specifier);
    const tried = [path.replace(/\.js$/, ".ts"), path.replace(/\.js$/, ".tsx"), path];
    const found = tried.find(has);
    return found === undefined ? undefined : { path: found };
  }
  const bare = specifier.replace(/^node:/, "");
  if (specifier.startsWith("node:") || builtins.has(bare)) return { builtin: bare };
  for (const [name, folder] of Object.entries(workspaces)) {
    if (specifier !== name && !specifier.startsWith(`${name}/`)) continue;
    const entry = specifier.slice(name.length + 1);
    const path = `${folder}/src/${entry === "" ? "index" : `${entry}/index`}.ts`;
    return has(path) ? { path } : undefined;
  }
  const parts = specifier.split("/");
  return { package: parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/") };
}

function allowed(list: readonly string[], room: string): boolean {
  return list.some((entry) => (entry.endsWith("/*") ? room.startsWith(entry.slice(0, -1)) : entry === room));
}

/** What is wrong with the imports of some sources, one sentence each. `declared` gives a workspace's packages. */
export function importViolations(
  files: readonly TextFile[],
  declared: (workspace: string) => ReadonlySet<string>,
): string[] {
  const paths = new Set(files.map((file) => file.path));
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === undefined) return [`${file.path}: belongs to no room of the design`];
    return importsOf(file).flatMap((one) => {
      const said = judge(one, room, (path) => paths.has(path), declared);
      return said === undefined ? [] : [`${file.path}:${one.line}: ${one.specifier}: ${said}`];
    });
  });
}

function judge(
  one: Import,
  room: Room,
  has: (path: string) => boolean,
  declared: (workspace: string) => ReadonlySet<string>,
): string | undefined {
  const target = resolveImport(one, has);
  if (target === undefined) {
    return one.how === "file" && !/\.[jt]s$/.test(one.specifier) ? undefined : "leads to no source file";
  }
  if ("builtin" in target) {
    return room.runsIn === "node" || one.how === "type"
      ? undefined
      : `a module of Node in ${room.folder}, which also runs in a browser`;
  }
  if ("package" in target) return judgePackage(room, target.package, declared);
  const other = roomOf(target.path);
  if (other === undefined) return `${target.path} belongs to no room of the design`;
  if (other.folder === room.folder) return undefined;
  if (one.how === "file" && workspaceOf(other) === workspaceOf(room)) return undefined; // its place, not its code
  const mayImport =
    allowed(room.imports, other.folder) || (one.how === "type" && allowed(room.types ?? [], other.folder));
  if (!mayImport) return `${room.folder} may not import ${other.folder}`;
  return target.path.endsWith("/index.ts") || within(room, other)
    ? undefined
    : `${other.folder} is entered through its index.ts only`;
}

function workspaceOf(room: Room): string {
  return room.folder.split("/")[0]!;
}

/** Whether one of two rooms lies inside the other, as io/node does in io: they share their inner files. */
function within(a: Room, b: Room): boolean {
  return a.folder.startsWith(`${b.folder}/`) || b.folder.startsWith(`${a.folder}/`);
}

function judgePackage(
  room: Room,
  name: string,
  declared: (workspace: string) => ReadonlySet<string>,
): string | undefined {
  const owner = packagesOfOneRoom.find(({ pattern }) => pattern.test(name));
  if (owner !== undefined && owner.folder !== room.folder) return `only ${owner.folder} may load ${name}`;
  const workspace = workspaceOf(room);
  return declared(workspace).has(name) ? undefined : `${name} is not among the dependencies of ${workspace}`;
}

const nodeGlobals = new Set(["Buffer", "process", "__dirname", "__filename", "setImmediate", "global"]);

/** Uses of Node's globals in rooms that also run in a browser. */
export function globalViolations(files: readonly TextFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === undefined || room.runsIn === "node") return [];
    const tree = parse(file);
    const found: string[] = [];
    walk(tree, (node) => {
      if (ts.isIdentifier(node) && nodeGlobals.has(node.text) && isReference(node) && !declaredAround(node))
        found.push(`${file.path}:${lineOf(tree, node.getStart(tree))}: ${node.text} exists in Node only`);
    });
    return found;
  });
}

function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  const names = parent as { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  return names.name !== node && names.propertyName !== node;
}

/** Whether a name is a parameter or variable of a function around it, or of the file. */
function declaredAround(node: ts.Identifier): boolean {
  for (let around: ts.Node | undefined = node.parent; around !== undefined; around = around.parent) {
    if (ts.isFunctionLike(around) && around.parameters.some((p) => p.name.getText() === node.text))
      return true;
    if (ts.isBlock(around) || ts.isSourceFile(around)) {
      for (const statement of around.statements) {
        if (!ts.isVariableStatement(statement)) continue;
        const names = statement.declarationList.declarations.map((d) => d.name.getText());
        if (names.includes(node.text)) return true;
      }
    }
  }
  return false;
}
