import type { ImportedName } from "./types.js";

const name = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$]*`;

/** Names that the code declares, also where it can't be parsed yet. */
export function namesIn(code: string): string[] {
  const declared = new RegExp(
    String.raw`\b(?:const|let|var|function\*?|class|enum|namespace|interface|type)\s+(${name})`,
    "gu",
  );
  const simple = [...code.matchAll(declared)].map((match) => match[1]!);
  const patterns = [...code.matchAll(/\b(?:const|let|var)\s*[{[]([^=;]*)[}\]]\s*(?::[^=]*)?=/gu)];
  const bound = patterns.flatMap(([, list]) =>
    [...list!.matchAll(new RegExp(String.raw`(${name})\s*(?=[,}\]=]|$)`, "gu"))].map((match) => match[1]!),
  );
  return [...new Set([...simple, ...bound, ...importsIn(code).keys()])];
}

/** Names that the code's imports bind, those of `const { a } = await import("x")` too. */
export function importsIn(code: string): Map<string, ImportedName> {
  const found = new Map<string, ImportedName>();
  for (const [, clause, specifier] of code.matchAll(statement)) addClause(found, clause!, specifier!);
  for (const [, clause, specifier] of code.matchAll(expression))
    addClause(
      found,
      clause!.startsWith("{") ? clause!.replaceAll(":", " as ") : `* as ${clause}`,
      specifier!,
    );
  return found;
}

const statement = /\bimport\s+(?:type\s+)?([^"'();]+?)\s+from\s*["']([^"'\n]+)["']/gu;
const expression =
  /\b(?:const|let|var)\s+(\{[^}=]*\}|[\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=\s*await\s+import\(\s*["']([^"'\n]+)["']/gu;

function addClause(found: Map<string, ImportedName>, clause: string, specifier: string): void {
  const add = (local: string, exported: string): void => void found.set(local, { specifier, exported });
  const space = new RegExp(String.raw`\*\s*as\s+(${name})`, "u").exec(clause);
  if (space !== null) add(space[1]!, "*");
  const standard = new RegExp(`^${name}`, "u").exec(clause);
  if (standard !== null) add(standard[0], "default");
  const list = /\{([^}]*)\}/.exec(clause)?.[1] ?? "";
  for (const entry of list.split(",")) {
    const [exported, local] = entry
      .replace(/^\s*type\s+(?=\S)/, "")
      .trim()
      .split(/\s+as\s+/);
    if (exported) add(local ?? exported, exported);
  }
}
