import type { DebugProtocol } from "@vscode/debugprotocol";

type Conditions = Pick<DebugProtocol.SourceBreakpoint, "condition" | "logMessage">;

/**
 * The expression that decides at a breakpoint whether to stop; empty for always. A breakpoint with a message prints
 * it, with the values of what stands in braces, and never stops.
 */
export function breakCondition({ condition, logMessage }: Conditions): string {
  const wanted = condition === undefined || condition.trim() === "" ? undefined : `(${condition}\n)`;
  if (logMessage === undefined || logMessage === "") return wanted ?? "";
  return `${wanted ?? "true"} && (console.log(${template(logMessage)}), false)`;
}

/** `"at {i}"` as what is given to `console.log`, which puts the spaces between. */
function template(message: string): string {
  const parts = message.split(/\{([^{}]*)\}/).map((part) => part.trim());
  return parts
    .map((part, at) => (at % 2 === 0 && part !== "" ? JSON.stringify(part) : part))
    .filter((part) => part !== "")
    .join(", ");
}

const comparison = /^\s*(>=|<=|>|<|==|=|%)?\s*(\d+)\s*$/;

/**
 * Counts how often a breakpoint is reached and says whether to stop this time: `5` for the fifth time alone, `>= 5`
 * from then on, `% 5` every fifth time. What can't be read stops always.
 */
export function hitCounter(hitCondition: string | undefined): () => boolean {
  const [, operator = "==", digits] = comparison.exec(hitCondition ?? "") ?? [];
  if (digits === undefined) return () => true;
  const limit = Number(digits);
  let hits = 0;
  return () => {
    hits++;
    switch (operator) {
      case ">=":
        return hits >= limit;
      case ">":
        return hits > limit;
      case "<=":
        return hits <= limit;
      case "<":
        return hits < limit;
      case "%":
        return hits % limit === 0;
      default:
        return hits === limit;
    }
  };
}
