import { builtinModules } from "node:module";
import { namesIn } from "./local-names.js";
import { receiverBefore } from "./receiver.js";
import { textContext } from "./text-context.js";
import type { Completion, CompletionType, Match, RuntimeScope } from "./types.js";

const keywords =
  "abstract as async await break case catch class const continue declare default delete do else enum export extends false finally for from function get if implements import in instanceof interface is keyof let namespace new null of private protected public readonly return satisfies set static super switch this throw true try type typeof undefined unknown var void while yield".split(
    " ",
  );

/**
 * What may stand at the cursor: properties after a dot, module names in an import, else names and keywords.
 * @param cursor in UTF-16 units
 */
export async function complete(code: string, cursor: number, scope: RuntimeScope): Promise<Completion> {
  const context = textContext(code, cursor);
  if (context.kind === "string") return completeModule(code, context.start, cursor);
  const word = /[\p{ID_Continue}$]*$/u.exec(code.slice(0, cursor))![0];
  const start = cursor - word.length;
  const none: Completion = { matches: [], start: cursor, end: cursor };
  if (context.kind !== "code" || /^\p{Nd}/u.test(word)) return none;
  const before = code.slice(0, start).trimEnd();
  const found = /(?<!\.\.)\.$/.test(before)
    ? await members(before.replace(/\??\.$/, ""), scope)
    : await names(code, word, scope);
  return { matches: matching(found, word), start, end: cursor };
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

function completeModule(code: string, start: number, cursor: number): Completion {
  const importing = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\()\s*$/.test(code.slice(0, start - 1));
  const word = code.slice(start, cursor);
  const modules = builtinModules.filter((name) => !name.startsWith("_")).map((name) => `node:${name}`);
  const matches = importing ? modules.filter((name) => name.startsWith(word)) : [];
  return { matches: matches.map((text) => ({ text, type: "module" })), start, end: cursor };
}
