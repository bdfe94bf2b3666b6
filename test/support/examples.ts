import ts from "typescript";
import { differenceFrom, readExpected } from "./expected.js";
import { isExported, lineOf, parse, walk, type TextFile } from "./tree.js";

/** A piece of code in a doc comment or a page. */
export interface Example {
  readonly path: string;
  /** Line of its first line of code. */
  readonly line: number;
  /** What it is an example of. */
  readonly name: string;
  readonly code: string;
}

/** The `@example` blocks in the doc comments of what a source exports. */
export function examplesIn(file: TextFile): Example[] {
  const tree = parse(file);
  return tree.statements.filter(isExported).flatMap((statement) => {
    const name = nameOf(statement, tree);
    return ts
      .getJSDocTags(statement)
      .filter(({ tagName }) => tagName.text === "example")
      .flatMap((tag) => {
        const first = lineOf(tree, tag.getStart(tree));
        const text = file.text.slice(tag.getStart(tree), tag.end).replace(/^[ \t]*\*[ \t]?/gm, "");
        return fences(text, /^```(ts|typescript)[ \t]*$/).map(({ code, line }) => ({
          path: file.path,
          line: first + line,
          name,
          code,
        }));
      });
  });
}

/** The code blocks of a page that are marked as runnable: ` ```ts run `. */
export function runnableBlocks({ path, text }: TextFile): Example[] {
  return fences(text, /^```ts run[ \t]*$/).map(({ code, line }) => ({
    path,
    line: line + 1,
    name: "page",
    code,
  }));
}

function fences(text: string, opening: RegExp): { readonly code: string; readonly line: number }[] {
  const lines = text.split("\n");
  const found: { code: string; line: number }[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!opening.test(lines[i]!)) continue;
    const end = lines.findIndex((line, at) => at > i && /^```[ \t]*$/.test(line));
    if (end < 0) throw new Error(`a code block that begins with "${lines[i + 1] ?? ""}" has no end`);
    found.push({ code: lines.slice(i + 1, end).join("\n"), line: i + 1 });
    i = end;
  }
  return found;
}

function nameOf(statement: ts.Statement, tree: ts.SourceFile): string {
  const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : statement;
  return (declared as { readonly name?: ts.Node }).name?.getText(tree) ?? "?";
}

/** What an example may import, by specifier. Everything of `"vitrine"` is there without an import. */
export type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

type Check = (run: () => Promise<unknown>, comment: string, line: number) => Promise<void>;
const AsyncFunction = (async () => undefined).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<void>;

/** Runs an example and holds the values of its lines against the comments behind them. */
export async function runExample(
  example: Example,
  modules: Modules,
  inWords: (value: unknown) => string,
): Promise<void> {
  const check: Check = async (run, comment, line) => {
    const expected = readExpected(comment)!;
    const said = (what: string): Error => new Error(`${example.path}:${line}: ${what}`);
    if (expected.is === "throws") {
      const thrown = await run().then(
        (value) => `nothing but ${inWords(value)}`,
        (error: unknown) => (error instanceof Error ? error.name : String(error)),
      );
      if (thrown !== expected.name) throw said(`threw ${thrown}, wanted ${expected.name}`);
      return;
    }
    const difference = differenceFrom(expected, await run(), inWords);
    if (difference !== undefined) throw said(difference);
  };
  const script = ts.transpileModule(instrumented(example), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;
  const around = modules["vitrine"] ?? {};
  const names = Object.keys(around);
  const body = new AsyncFunction(
    "$check",
    "$modules",
    ...names,
    `{ ${script.replace(/^export \{\};?$/m, "")} }`,
  );
  await body(check, modules, ...names.map((name) => around[name]));
}

/** The example with its imports turned into look-ups, and a check around each line that says its value. */
export function instrumented(example: Example): string {
  const tree = parse({ path: "example.ts", text: example.code });
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  for (const statement of tree.statements.filter(ts.isImportDeclaration)) {
    edits.push({ from: statement.getStart(tree), to: statement.end, text: lookUp(statement, tree) });
  }
  walk(tree, (node) => {
    if (!ts.isExpressionStatement(node) || !atTopLevel(node)) return;
    const comment = commentBehind(example.code, node.end);
    if (comment === undefined || readExpected(comment) === undefined) return;
    const from = node.getStart(tree);
    const line = example.line + lineOf(tree, from) - 1;
    const expression = node.expression.getText(tree);
    const text = `await $check(async () => (${expression}), ${JSON.stringify(comment)}, ${line});`;
    edits.push({ from, to: node.end, text });
  });
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((code, { from, to, text }) => code.slice(0, from) + text + code.slice(to), example.code);
}

/** The comment on the rest of a line, or alone on the next one. */
function commentBehind(code: string, end: number): string | undefined {
  return /^[ \t});]*(?:\r?\n[ \t]*)?\/\/[ \t]*(.*)/.exec(code.slice(end))?.[1];
}

function atTopLevel(node: ts.Node): boolean {
  for (let around = node.parent; around !== undefined; around = around.parent) {
    if (ts.isFunctionLike(around)) return false;
  }
  return true;
}

function lookUp({ importClause, moduleSpecifier }: ts.ImportDeclaration, tree: ts.SourceFile): string {
  const bindings = importClause?.namedBindings;
  if (importClause?.isTypeOnly === true) return "";
  if (bindings === undefined || !ts.isNamedImports(bindings)) {
    throw new Error(`an example imports by name: ${moduleSpecifier.getText(tree)}`);
  }
  const names = bindings.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ propertyName, name }) =>
      propertyName ? `${propertyName.getText(tree)}: ${name.text}` : name.text,
    );
  return `const { ${names.join(", ")} } = $modules[${moduleSpecifier.getText(tree)}];`;
}
