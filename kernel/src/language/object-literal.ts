import { syntaxProblem } from "./syntax.js";

/** Whether a cell is one object literal, `{ a, b }`, which is read as that and not as a block. */
export function isObjectLiteral(code: string): boolean {
  return /^\s*\{[^]*\}\s*$/.test(code) && syntaxProblem(`(${code}\n)`) === undefined;
}
