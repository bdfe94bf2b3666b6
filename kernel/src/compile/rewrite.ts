import type { AnyNode, Program, VariableDeclaration } from "acorn";
import MagicString from "magic-string";
import { emptied, isMerging, madeFromFunction } from "./enums.js";
import { importCall, importedAs } from "./imports.js";
import { declaredNames, lookInside, type Inner } from "./names.js";
import type { NameKind } from "./types.js";

/** A cell's JavaScript rewritten for V8's REPL mode. */
export interface Rewritten {
  readonly text: MagicString;
  readonly hasValue: boolean;
  readonly kinds: Readonly<Record<string, NameKind>>;
}

/**
 * Rewrites the top level of a cell so that it runs in V8's REPL mode, where neither import statements nor
 * `import()` exist and where a name must be declared again in the way it was declared first.
 *
 * - `const` and `let` become `let`, a class `let X = class X …`; where the session holds the name as `var`, `var`.
 * - A function over a `let` name becomes `let f = function …` at the cell's start; a `var` over one, an assignment.
 * - Imports become calls of `__import`; the prefix `export` goes.
 *
 * @param known how the session holds its names
 * @param meta text of an expression that stands for `import.meta`
 */
export function rewrite(
  code: string,
  program: Program,
  known: ReadonlyMap<string, NameKind>,
  meta: string,
): Rewritten {
  const top = new TopLevel(code, program, known);
  for (const node of top.inner.imports)
    if (node.type === "MetaProperty") top.replaceMeta(node, meta);
    else top.text.overwrite(node.start, node.start + "import".length, "__import");
  top.varsOverLets();
  program.body.forEach((statement, i) => top.statement(statement, program.body[i + 1]));
  const last = program.body.findLast((statement) => !isModuleMark(statement));
  const hasValue = last?.type === "ExpressionStatement" || isDefaultValue(last);
  return { text: top.finish(), hasValue, kinds: Object.fromEntries(top.kinds) };
}

/** `export {}`, which says of a file that it is a module and does nothing. */
function isModuleMark(node: AnyNode): boolean {
  return (
    node.type === "ExportNamedDeclaration" &&
    !node.declaration &&
    !node.source &&
    node.specifiers.length === 0
  );
}

function isDefaultValue(last: AnyNode | undefined): boolean {
  return (
    last?.type === "ExportDefaultDeclaration" &&
    (!/Declaration$/.test(last.declaration.type) || !("id" in last.declaration && last.declaration.id))
  );
}

class TopLevel {
  readonly text: MagicString;
  readonly inner: Inner;
  readonly kinds = new Map<string, NameKind>();
  /** Names declared ahead of the cell because their statement became an assignment. */
  private readonly ahead = new Map<string, NameKind>();
  /** Enums and namespaces that this cell began; a second part adds to the first. */
  private readonly begun = new Set<string>();

  constructor(
    private readonly code: string,
    program: Program,
    private readonly known: ReadonlyMap<string, NameKind>,
  ) {
    this.text = new MagicString(code);
    this.inner = lookInside(program);
  }

  statement(node: AnyNode, next: AnyNode | undefined): void {
    switch (node.type) {
      case "ExportNamedDeclaration":
        if (node.declaration) {
          this.text.remove(node.start, node.declaration.start);
          this.statement(node.declaration, next);
        } else if (node.source) this.overwrite(node, `${importCall({ ...node, source: node.source }, [])};`);
        else this.overwrite(node, ";");
        return;
      case "ExportAllDeclaration":
        return this.overwrite(node, `${importCall(node, [])};`);
      case "ExportDefaultDeclaration":
        return this.defaultExport(node.start, node.declaration, node.end);
      case "ImportDeclaration": {
        const { call, declarators } = importedAs(node, this.inner.used);
        const names = node.specifiers.map((s) => s.local.name);
        if (names.length === 0) return this.overwrite(node, `${call};`);
        const word = this.declare(names);
        const list = declarators.join(", ");
        return this.overwrite(node, word === undefined ? `(${list});` : `${word} ${list};`);
      }
      case "VariableDeclaration":
        return this.variables(node, next);
      case "ClassDeclaration": {
        const { name } = node.id!;
        this.text.prependRight(node.start, `${this.declare([name])!} ${name} = `);
        this.text.appendLeft(node.end, ";");
        return;
      }
      case "FunctionDeclaration":
        return this.func(node.start, node.id!, node.end);
      default:
        return;
    }
  }

  /** A `var` that meets a name held as `let`: all of the cell's become assignments to names declared ahead. */
  varsOverLets(): void {
    const { vars } = this.inner;
    const names = vars.flatMap(({ node }) => declaredNames(node));
    if (!names.some((name) => this.known.get(name) === "let")) {
      for (const name of names) this.kinds.set(name, "var");
      return;
    }
    for (const name of names) this.announce(name, this.known.get(name) ?? "let");
    for (const { node, parent } of vars) this.assign(node, isLoopHead(parent, node));
  }

  replaceMeta(node: AnyNode, meta: string): void {
    if (this.code.startsWith("import", node.start)) this.overwrite(node, meta);
  }

  finish(): MagicString {
    const ahead = [...this.ahead].map(([name, kind]) => `${kind} ${name} = undefined; `).join("");
    this.text.prepend(`"use strict"; ${ahead}`);
    return this.text;
  }

  private variables(node: VariableDeclaration, next: AnyNode | undefined): void {
    const fromEnum = madeFromFunction(node, this.code);
    if (fromEnum !== undefined) this.overwrite(fromEnum, "{}");
    const starts = fromEnum !== undefined || isMerging(node, next);
    if (node.kind === "var" && !starts) return;
    if (node.kind !== "var" && node.kind !== "let" && node.kind !== "const") return;
    const names = declaredNames(node);
    if (starts && this.begun.has(names[0]!)) return this.overwrite(node, ";");
    if (starts) this.begun.add(names[0]!);
    if (node.kind === "var" && this.ahead.has(names[0]!)) return;
    const word = this.declare(names);
    if (word === undefined) return this.assign(node, false);
    this.text.overwrite(node.start, node.start + node.kind.length, word);
    if (word === "var" || starts) this.resetBare(node);
  }

  /** `let x` gives `undefined` each time it runs, `var x` keeps what was there. */
  private resetBare(node: VariableDeclaration): void {
    for (const d of node.declarations) if (emptied(d)) this.text.appendLeft(d.end, " = undefined");
  }

  private assign(node: VariableDeclaration, inLoopHead: boolean): void {
    this.text.overwrite(node.start, node.start + node.kind.length, inLoopHead ? "" : "(");
    if (inLoopHead) return;
    const closed = this.code[node.end - 1] === ";";
    if (closed) this.text.appendLeft(node.end - 1, ")");
    else this.text.appendLeft(node.end, ");");
  }

  private func(start: number, id: { name: string; start: number; end: number }, end: number): void {
    if (this.known.get(id.name) !== "let") {
      this.kinds.set(id.name, "var");
      return;
    }
    this.kinds.set(id.name, "let");
    this.text.remove(id.start, id.end);
    this.text.prependRight(start, `let ${id.name} = `);
    this.text.appendLeft(end, ";\n");
    if (start > 0) this.text.move(start, end, 0);
  }

  private defaultExport(start: number, node: AnyNode, end: number): void {
    this.text.remove(start, node.start);
    const id = "id" in node ? (node.id as { name: string; start: number; end: number } | null) : null;
    const named = /Declaration$/.test(node.type) && id !== null;
    if (named) return this.statement(node, undefined);
    this.text.prependRight(node.start, "(");
    this.text.appendLeft(node.end, node.end === end ? ");" : ")");
  }

  /** The word that declares all of `names`; `undefined` if they must be declared ahead, each in its own way. */
  private declare(names: readonly string[]): NameKind | undefined {
    const kinds = new Set(names.map((name) => this.known.get(name)));
    if (!(kinds.has("let") && kinds.has("var"))) {
      const word = kinds.has("var") ? "var" : "let";
      for (const name of names) this.kinds.set(name, word);
      return word;
    }
    for (const name of names) this.announce(name, this.known.get(name) ?? "let");
    return undefined;
  }

  private announce(name: string, kind: NameKind): void {
    this.kinds.set(name, kind);
    this.ahead.set(name, kind);
  }

  private overwrite(node: { readonly start: number; readonly end: number }, text: string): void {
    this.text.overwrite(node.start, node.end, text);
  }
}

function isLoopHead(parent: AnyNode, node: AnyNode): boolean {
  if (parent.type === "ForStatement") return parent.init === node;
  return (parent.type === "ForInStatement" || parent.type === "ForOfStatement") && parent.left === node;
}
