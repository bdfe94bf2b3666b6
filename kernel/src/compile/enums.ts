import type { AnyNode, VariableDeclaration, VariableDeclarator } from "acorn";

/**
 * The `X || {}` in `var X = function(X) { … }(X || {})`, which is how an enum comes out of the stripper.
 * A cell that runs again makes a new enum, it doesn't add to the old one; so `{}` goes there.
 */
export function madeFromFunction(node: VariableDeclaration, code: string): AnyNode | undefined {
  const [first, second] = node.declarations;
  const call = first?.init;
  if (second !== undefined || first?.id.type !== "Identifier" || call?.type !== "CallExpression")
    return undefined;
  const argument = call.arguments.at(-1);
  const marked = code.slice(first.id.end, call.start).includes("@__PURE__");
  const defaulted = argument?.type === "LogicalExpression" && argument.operator === "||";
  if (!marked || !defaulted || !isNamed(argument.left, first.id.name)) return undefined;
  return argument;
}

/** Whether a bare declaration is the first half of `let N; (function(N) { … })(N || (N = {}))`: a namespace or enum. */
export function isMerging(node: VariableDeclaration, next: AnyNode | undefined): boolean {
  const [first] = node.declarations;
  if (first === undefined || !emptied(first) || first.id.type !== "Identifier") return false;
  if (next?.type !== "ExpressionStatement" || next.expression.type !== "CallExpression") return false;
  const argument = next.expression.arguments.at(-1);
  return argument?.type === "LogicalExpression" && isNamed(argument.left, first.id.name);
}

/** Whether a declarator gives no value. */
export function emptied(declarator: VariableDeclarator): boolean {
  return declarator.init === null || declarator.init === undefined;
}

function isNamed(node: AnyNode, name: string): boolean {
  return node.type === "Identifier" && node.name === name;
}
