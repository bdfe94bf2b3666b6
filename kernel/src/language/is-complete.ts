import { syntaxProblem } from "./syntax.js";
import type { Completeness } from "./types.js";

/** Two spaces, as the formatter of most TypeScript code has it. */
const step = "  ";

/** Whether a cell can run as it stands, or wants more lines. */
export function isComplete(code: string): Completeness {
  const problem = syntaxProblem(code);
  if (problem === undefined) return { status: "complete" };
  return problem.atEnd ? { status: "incomplete", indent: nextIndent(code) } : { status: "invalid" };
}

/** The last line's indent, one step more after an opening bracket. */
function nextIndent(code: string): string {
  const last = code.trimEnd().split("\n").at(-1) ?? "";
  const indent = /^\s*/.exec(last)![0];
  return /[{([]$/.test(last) ? indent + step : indent;
}
