import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { importsIn } from "./local-names.js";
import { resolveTypes } from "./resolve-types.js";
import { declarationEnd } from "./declaration-end.js";
import type { ImportedName } from "./types.js";

/** How something is declared, and its doc comment without the brackets of the comment. */
export interface Declaration {
  readonly signature: string;
  readonly comment: string;
}

/** Chains of re-exports longer than this are taken for loops. */
const maxDepth = 12;

/**
 * Finds what a module exports under a name in its type declarations, following re-exports.
 * A function comes with the interface of its options, because defaults and units stand there.
 */
export function findDeclaration(
  { specifier, exported }: ImportedName,
  folder: string,
): Declaration | undefined {
  const file = resolveTypes(specifier, folder);
  const place = file === undefined ? undefined : findExport(file, exported, maxDepth);
  if (place === undefined) return undefined;
  const declaration = declarationAt(place);
  const options = /[:?]\s*(?:Readonly<)?(\p{Lu}\w*Options)\b/u.exec(declaration.signature)?.[1];
  const inner = options === undefined ? undefined : findLocal(place.file, place.text, options, maxDepth);
  if (inner === undefined || /^(?:interface|type) /.test(declaration.signature)) return declaration;
  return { ...declaration, signature: `${declaration.signature}\n\n${declarationAt(inner).signature}` };
}

interface Place {
  readonly file: string;
  readonly text: string;
  readonly name: string;
  /** Offsets of every declaration of that name: overloads have several. */
  readonly starts: readonly number[];
}

function findExport(file: string, name: string, depth: number): Place | undefined {
  if (depth === 0) return undefined;
  const text = readFileSync(file, "utf8");
  for (const [, list, from] of text.matchAll(
    /^export\s+(?:type\s+)?\{([^}]*)\}(?:\s*from\s*["']([^"']+)["'])?/gm,
  )) {
    const local = localOf(list!, name);
    if (local === undefined) continue;
    return from === undefined ? findLocal(file, text, local, depth) : findIn(file, from, local, depth);
  }
  if (name === "default") {
    const local =
      /^export\s+(?:default|=)\s+(?:(?:async\s+)?function\*?\s+|(?:abstract\s+)?class\s+)?([\w$]+)/m.exec(
        text,
      );
    return local === null ? undefined : findLocal(file, text, local[1]!, depth);
  }
  const here = declared(file, text, name);
  if (here !== undefined) return here;
  for (const [, from] of text.matchAll(/^export\s+\*\s+from\s*["']([^"']+)["']/gm)) {
    const found = findIn(file, from!, name, depth);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What `name` is called before it was exported, in `a, b as name`. */
function localOf(list: string, name: string): string | undefined {
  for (const entry of list.replace(/\/\*[^]*?\*\/|\/\/.*/g, "").split(",")) {
    const [local, exported = local] = entry
      .trim()
      .replace(/^type\s+/, "")
      .split(/\s+as\s+/);
    if (exported === name) return local;
  }
  return undefined;
}

function findIn(file: string, specifier: string, name: string, depth: number): Place | undefined {
  const target = resolveTypes(specifier, dirname(file));
  return target === undefined ? undefined : findExport(target, name, depth - 1);
}

/** A name as it stands in a file: declared there, or imported. */
function findLocal(file: string, text: string, name: string, depth: number): Place | undefined {
  const here = declared(file, text, name);
  if (here !== undefined) return here;
  const origin = importsIn(text).get(name);
  return origin === undefined ? undefined : findIn(file, origin.specifier, origin.exported, depth);
}

/** Where a file declares a name; four spaces deep too, as in `declare module "node:fs" { … }`. */
function declared(file: string, text: string, name: string): Place | undefined {
  const head = new RegExp(
    String.raw`^(?: {4})?(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:async\s+|abstract\s+|const\s+(?=enum))*` +
      String.raw`(?:function\*?|const|let|var|class|interface|type|enum|namespace)\s+${name.replaceAll("$", "\\$")}(?![\w$])`,
    "gm",
  );
  const starts = [...text.matchAll(head)].map((match) => match.index + match[0].search(/\S/));
  return starts.length === 0 ? undefined : { file, text, name, starts };
}

function declarationAt({ text, starts }: Place): Declaration {
  const signatures = starts.map((start) => text.slice(start, declarationEnd(text, start)));
  const comments = starts.map((start) => commentBefore(text, start));
  const clean = signatures.map((s) => s.replace(/^(?:export\s+)?(?:default\s+)?(?:declare\s+)?/, "").trim());
  return { signature: clean.join("\n"), comment: comments.find((c) => c !== "") ?? "" };
}

function commentBefore(text: string, start: number): string {
  const before = text.slice(0, start).trimEnd();
  if (!before.endsWith("*/")) return "";
  const from = before.lastIndexOf("/**");
  return from < 0 || before.indexOf("*/", from) < before.length - 2 ? "" : before.slice(from + 3, -2);
}
