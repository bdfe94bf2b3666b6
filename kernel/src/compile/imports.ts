import type { ImportDeclaration, ImportSpecifier, Literal } from "acorn";
import type { ImportOptions } from "./types.js";

/**
 * Names that an import must find. A name that starts with a capital and that the cell doesn't use as a value
 * may be a type, written without the word `type`: nothing stands behind it at run time.
 */
function neededNames(specifiers: readonly ImportSpecifier[], used: ReadonlySet<string>): string[] {
  return specifiers
    .filter((s) => used.has(s.local.name) || !/^\p{Lu}/u.test(exportName(s)))
    .map((s) => exportName(s));
}

/** What takes the place of an import statement: declarators, or for side effects alone only a call. */
export interface ImportedAs {
  readonly call: string;
  readonly declarators: readonly string[];
}

/** The `__import` call for an import statement. */
export function importedAs(node: ImportDeclaration, used: ReadonlySet<string>): ImportedAs {
  const named = node.specifiers.filter((s) => s.type === "ImportSpecifier");
  const standard = node.specifiers.find((s) => s.type === "ImportDefaultSpecifier");
  const space = node.specifiers.find((s) => s.type === "ImportNamespaceSpecifier");
  const pairs = named.map((s) => `${JSON.stringify(exportName(s))}: ${s.local.name}`);
  const names = neededNames(named, used);
  if (standard !== undefined) {
    pairs.unshift(`default: ${standard.local.name}`);
    names.unshift("default");
  }
  const call = importCall(node, names);
  const declarators = space === undefined ? [] : [`${space.local.name} = ${call}`];
  if (pairs.length > 0) declarators.push(`{ ${pairs.join(", ")} } = ${space?.local.name ?? call}`);
  return { call, declarators };
}

/** The call that loads a module: `await __import("x", { with, names })`. */
export function importCall(
  { source, attributes }: Pick<ImportDeclaration, "attributes"> & { readonly source: Literal },
  names: readonly string[],
): string {
  const pairs = attributes.map(({ key, value }) => [
    key.type === "Identifier" ? key.name : key.value,
    value.value,
  ]);
  const options = {
    ...(pairs.length > 0 && { with: Object.fromEntries(pairs) as Record<string, string> }),
    ...(names.length > 0 && { names }),
  } satisfies ImportOptions;
  const second = Object.keys(options).length > 0 ? `, ${JSON.stringify(options)}` : "";
  return `await __import(${JSON.stringify(source.value)}${second})`;
}

function exportName({ imported }: ImportSpecifier): string {
  return imported.type === "Identifier" ? imported.name : String(imported.value);
}
