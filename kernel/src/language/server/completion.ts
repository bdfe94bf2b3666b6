import type { CompletionItem } from "vscode-languageserver-protocol";
import type { CompletionType, Match } from "../types.js";

/** Kinds of entries, as the protocol numbers them, in Jupyter's words. */
const types: Readonly<Record<number, CompletionType>> = {
  2: "function",
  3: "function",
  4: "class",
  5: "property",
  6: "variable",
  7: "class",
  8: "class",
  9: "module",
  10: "property",
  12: "property",
  13: "class",
  14: "keyword",
  17: "module",
  19: "module",
  20: "property",
  21: "variable",
};

/** Globals and keywords stand last; while nothing has been typed they are not wanted. */
const globalRank = "15";

/** An entry, and the server's own form of it, which it takes back to say more. */
export interface Offered {
  readonly match: Match;
  readonly item: CompletionItem;
}

/** The server's entries that go on from `word`, the nearest first; without regard to case only if none does otherwise. */
export function offered(items: readonly CompletionItem[], word: string): Offered[] {
  const named = items.map((item) => ({ item, name: nameOf(item) })).filter(({ name }) => isWanted(name));
  const open = word === "" ? named.filter(({ item }) => (item.sortText ?? "") < globalRank) : named;
  const exact = open.filter(({ name }) => name.startsWith(word));
  const lower = word.toLowerCase();
  const chosen = exact.length > 0 ? exact : open.filter(({ name }) => name.toLowerCase().startsWith(lower));
  const rank = ({ item, name }: (typeof chosen)[number]): string => `${item.sortText ?? ""} ${name}`;
  return [...new Map(chosen.map((entry) => [entry.name, entry])).values()]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map(({ item, name }) => ({ item, match: { text: name, type: types[item.kind ?? 0] ?? "variable" } }));
}

/** Whether any name may stand there, and not only one of a few: properties, or members of an object. */
export function isOpen(items: readonly CompletionItem[]): boolean {
  return items.some(({ sortText = "" }) => sortText >= globalRank);
}

/** An entry with its type and what is written about it. */
export function detailed({ match }: Offered, { detail, documentation }: CompletionItem): Match {
  const head = /^\((\w+)\) /.exec(detail ?? "")?.[1];
  const signature = detail?.replace(
    /^\((?:alias|property|method|local var|parameter|getter|setter|accessor)\) /,
    "",
  );
  const text = typeof documentation === "string" ? documentation : documentation?.value;
  const isFunction = head === "method" || /^(?:async )?function\b/.test(signature ?? "");
  const isClass = /^(?:class|interface|enum|type)\b/.test(signature ?? "");
  return {
    text: match.text,
    type: isFunction ? "function" : isClass ? "class" : match.type,
    ...(signature && { signature: signature.split("\nimport ")[0]!.replace(/\s*\n\s*/g, " ") }),
    ...(text && { documentation: text }),
  };
}

function nameOf({ label, filterText, insertText }: CompletionItem): string {
  return filterText !== undefined && filterText === insertText ? filterText : label.replace(/\?$/, "");
}

/** What stands in brackets after a dot, and the files of the check itself, are not offered. */
function isWanted(name: string): boolean {
  return !name.includes(" ") && !/^vitrine-(?:cell|globals)/.test(name);
}
