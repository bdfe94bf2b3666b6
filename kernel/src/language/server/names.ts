import type { DocumentSymbol } from "vscode-languageserver-protocol";
import { importsIn } from "../local-names.js";

/**
 * How a later cell comes by a name: a variable by a declaration of the same type, because it may be assigned to;
 * everything else by an import, which brings type and documentation along.
 */
export type NameForm = "variable" | "import";

/** A cell as far as its names go. */
export interface CellText {
  readonly source: string;
  /** Names of values that it adds to the session. */
  readonly declares: readonly string[];
}

/** Kinds of symbols, as the protocol numbers them, whose names may also be those of a block inside the cell. */
const kindVariable = 13;
const kindFunction = 12;

/**
 * The names that a cell adds to the session, types included, and the form of each.
 * @param symbols what the server finds in the cell
 */
export function sessionNames(
  symbols: readonly DocumentSymbol[],
  { source, declares }: CellText,
): Map<string, NameForm> {
  const imports = importsIn(source);
  const forms = new Map<string, NameForm>();
  const lines = source.split(/\r\n|[\n\r]/);
  for (const { name: path, kind, range } of symbols) {
    const name = path.split(".")[0]!;
    const before = lines[range.start.line]?.slice(0, range.start.character) ?? "";
    const inBlock = (kind === kindVariable || kind === kindFunction) && !declares.includes(name);
    if (inBlock && !imports.has(name) && !/\bdeclare\b/.test(before + path)) continue;
    const isVariable = kind === kindVariable && !imports.has(name) && !forms.has(name);
    forms.set(name, isVariable ? "variable" : "import");
  }
  for (const name of declares) if (!forms.has(name)) forms.set(name, "variable");
  return forms;
}
