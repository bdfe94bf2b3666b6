import { builtinModules } from "node:module";
import { namesIn } from "./local-names.js";
import { receiverBefore } from "./receiver.js";
import { soon } from "./soon.js";
import { textContext } from "./text-context.js";
import type { Completion, CompletionType, Match, RuntimeScope, TypedLanguage } from "./types.js";

const keywords =
  "abstract as async await break case catch class const continue declare default delete do else enum export extends false finally for from function get if implements import in instanceof interface is keyof let namespace new null of private protected public readonly return satisfies set static super switch this throw true try type typeof undefined unknown var void while yield".split(
    " ",
  );

/** Longest that one waits for the types while typing, in milliseconds. */
const typesMs = 1000;
/** The same where the running session knows something already: a server that has just started answers the next time. */
const typesBesideMs = 200;
/** What every object has: of no news where anything else is known. */
const ofEveryObject: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * What may stand at the cursor: properties after a dot, module names in an import, else names and keywords.
 * The types come first; what exists only in the running session follows, and stands alone where there are no types.
 * @param cursor in UTF-16 units
 */
export async function complete(
  code: string,
  cursor: number,
  scope: RuntimeScope,
  types?: TypedLanguage,
): Promise<Completion> {
  const context = textContext(code, cursor);
  if (context.kind === "string") return completeText(code, context.start, cursor, types);
  const word = /[\p{ID_Continue}$]*$/u.exec(code.slice(0, cursor))![0];
  const start = cursor - word.length;
  if (context.kind !== "code" || /^\p{Nd}/u.test(word)) return { matches: [], start: cursor, end: cursor };
  const before = code.slice(0, start).trimEnd();
  const ofMember = /(?<!\.\.)\.$/.test(before);
  const typing = types?.complete(code, cursor, word);
  const all = await (ofMember ? members(before.replace(/\??\.$/, ""), scope) : names(code, word, scope));
  const found = matching(all, word);
  const typed = await (typing && soon(typing, found.length > 0 ? typesBesideMs : typesMs));
  return { matches: merged(typed ?? [], found, ofMember), start, end: cursor };
}

/** Names are all known to the types; properties may have been added while the session ran. */
function merged(typed: readonly Match[], found: readonly Match[], ofMember: boolean): readonly Match[] {
  if (typed.length === 0) return found;
  const known = new Set([...typed.map(({ text }) => text), ...ofEveryObject]);
  return ofMember ? [...typed, ...found.filter(({ text }) => !known.has(text))] : typed;
}

async function members(before: string, scope: RuntimeScope): Promise<Match[]> {
  const receiver = receiverBefore(before, before.length);
  const properties = receiver && (await scope.properties(receiver.expression));
  return (properties ?? []).map(({ name, kind }) => ({ text: name, type: kind }));
}

async function names(code: string, word: string, scope: RuntimeScope): Promise<Match[]> {
  const local = namesIn(code).filter((name) => name !== word);
  const typed = (list: readonly string[], type: CompletionType): Match[] =>
    list.map((text) => ({ text, type }));
  return [
    ...typed(local, "variable"),
    ...typed(await scope.names(), "variable"),
    ...(word === "" ? [] : typed(keywords, "keyword")),
  ];
}

/** Entries that begin with `word`; without regard to case only if none does. Names that start with `_` wait to be asked for. */
function matching(found: readonly Match[], word: string): Match[] {
  const usable = found.filter(({ text }) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text));
  const open = word.startsWith("_") ? usable : usable.filter(({ text }) => !text.startsWith("_"));
  const exact = open.filter(({ text }) => text.startsWith(word));
  const lower = word.toLowerCase();
  const chosen = exact.length > 0 ? exact : open.filter(({ text }) => text.toLowerCase().startsWith(lower));
  return [...new Map(chosen.map((match) => [match.text, match])).values()];
}

/** The name of a module in an import, else a text of those that the types allow. */
async function completeText(
  code: string,
  start: number,
  cursor: number,
  types: TypedLanguage | undefined,
): Promise<Completion> {
  const importing = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\()\s*$/.test(code.slice(0, start - 1));
  const begun = code.slice(start, cursor);
  const head = importing ? begun.slice(0, begun.lastIndexOf("/") + 1) : "";
  const found = await (types && soon(types.complete(code, cursor, begun.slice(head.length)), typesMs));
  const typed = (found ?? []).map((match) => ({ ...match, text: head + match.text }));
  const modules = builtinModules.filter((name) => !name.startsWith("_")).map((name) => `node:${name}`);
  const ofNode = importing ? modules.filter((name) => name.startsWith(begun)) : [];
  const known = new Set(typed.map(({ text }) => text));
  const others = ofNode.filter((name) => !known.has(name)).map((text): Match => ({ text, type: "module" }));
  return { matches: [...typed, ...others], start, end: cursor };
}
