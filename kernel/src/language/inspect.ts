import { findDeclaration, type Declaration } from "./declarations.js";
import { docMarkdown } from "./doc-comment.js";
import { importsIn } from "./local-names.js";
import { receiverBefore } from "./receiver.js";
import type { ImportedName, Inspection, RuntimeScope } from "./types.js";

export interface InspectOptions {
  /** Folder from which cells import. Default: the process's working folder. */
  readonly folder?: string;
}

/**
 * What is known about the word at the cursor, or about the function whose call the cursor stands in:
 * for what was imported its declaration and documentation, else what the running session says of the value.
 * @param cursor in UTF-16 units
 */
export async function inspect(
  code: string,
  cursor: number,
  scope: RuntimeScope,
  { folder = process.cwd() }: InspectOptions = {},
): Promise<Inspection> {
  for (const expression of candidates(code, cursor)) {
    const declared = await declaration(expression, code, scope, folder);
    const markdown = declared === undefined ? await described(expression, scope) : documented(declared);
    if (markdown !== undefined) return { found: true, markdown, text: markdown.replace(/^```\w*\n?/gm, "") };
  }
  return { found: false };
}

/** The word at the cursor with what stands before its dot, then the functions whose brackets are open there. */
function candidates(code: string, cursor: number): string[] {
  const tail = /^[\p{ID_Continue}$]*/u.exec(code.slice(cursor))![0];
  const found = [receiverBefore(code, cursor + tail.length)];
  let depth = 0;
  for (let i = cursor - 1; i >= 0; i--) {
    if (")]}".includes(code[i]!)) depth++;
    if (!"([{".includes(code[i]!)) continue;
    if (depth > 0) depth--;
    else if (code[i] === "(") found.push(receiverBefore(code, i));
  }
  return found.flatMap((receiver) => receiver?.expression ?? []);
}

/** The declaration of an imported name, or of a member of an imported module. */
async function declaration(
  expression: string,
  code: string,
  scope: RuntimeScope,
  folder: string,
): Promise<Declaration | undefined> {
  const [name, member, ...more] = expression.split(".");
  if (more.length > 0) return undefined;
  const origin = importsIn(code).get(name!) ?? scope.imported?.(name!);
  const wanted = origin === undefined ? undefined : exportOf(origin, member);
  if (origin === undefined || wanted === undefined) return undefined;
  return findDeclaration({ specifier: origin.specifier, exported: wanted }, folder);
}

function exportOf({ exported }: ImportedName, member: string | undefined): string | undefined {
  if (exported === "*") return member;
  return member === undefined ? exported : undefined;
}

function documented({ signature, comment }: Declaration): string {
  const text = docMarkdown(comment);
  return `\`\`\`ts\n${signature}\n\`\`\`${text === "" ? "" : `\n\n${text}`}`;
}

async function described(expression: string, scope: RuntimeScope): Promise<string | undefined> {
  const value = await scope.describe(expression);
  if (value === undefined) return undefined;
  const { type, preview, signature } = value;
  const head = signature ?? `${expression}: ${type}`;
  const shown = ["", type, signature].includes(preview) ? "" : `\n${preview}`;
  return `\`\`\`ts\n${head}${shown}\n\`\`\``;
}
