import type { AnyNode, Node, Pattern, Program, VariableDeclaration } from "acorn";

/** The names that a pattern binds: `{ a, b: [c] }` binds `a` and `c`. */
export function boundNames(pattern: Pattern): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((p) => boundNames(p.type === "RestElement" ? p.argument : p.value));
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element === null ? [] : boundNames(element)));
    case "AssignmentPattern":
      return boundNames(pattern.left);
    case "RestElement":
      return boundNames(pattern.argument);
    case "MemberExpression":
      return [];
  }
}

/** The names that a declaration of variables binds. */
export function declaredNames(declaration: VariableDeclaration): string[] {
  return declaration.declarations.flatMap((d) => boundNames(d.id));
}

/** What the rewriting has to know of a program below its top level. */
export interface Inner {
  /** Every `var`, in blocks and loops too, that is the program's own: not inside a function. */
  readonly vars: { readonly node: VariableDeclaration; readonly parent: AnyNode }[];
  /** `import(…)` and `import.meta`, wherever they stand. */
  readonly imports: AnyNode[];
  /** Every name that is read or written outside import statements. */
  readonly used: ReadonlySet<string>;
}

/** Looks through a whole program once. */
export function lookInside(program: Program): Inner {
  const inner = { vars: [] as Inner["vars"], imports: [] as AnyNode[], used: new Set<string>() };
  visit(program, program, false, inner);
  return inner;
}

function visit(
  node: AnyNode,
  parent: AnyNode,
  inFunction: boolean,
  inner: Inner & { used: Set<string> },
): void {
  if (node.type === "ImportDeclaration") return;
  if (node.type === "Identifier") inner.used.add(node.name);
  if (node.type === "ImportExpression" || node.type === "MetaProperty") inner.imports.push(node);
  if (node.type === "VariableDeclaration" && node.kind === "var" && !inFunction)
    inner.vars.push({ node, parent });
  const within = inFunction || isFunctionLike(node);
  for (const child of children(node)) visit(child, node, within, inner);
}

function isFunctionLike(node: AnyNode): boolean {
  return node.type.includes("Function") || node.type === "StaticBlock";
}

function children(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((value: unknown): value is AnyNode => isNode(value));
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}
