import { findDeclaration, type Declaration } from "./declarations.js";
import { docMarkdown } from "./doc-comment.js";
import { importsIn } from "./local-names.js";
import { receiverBefore } from "./receiver.js";
import { soon } from "./soon.js";
import type { ImportedName, Inspection, RuntimeScope, ScopeValue, TypedLanguage } from "./types.js";

export interface InspectOptions {
  /** Folder from which cells import. Default: the process's working folder. */
  readonly folder?: string;
  /** What the types say. Default: nothing. */
  readonly types?: TypedLanguage;
}

/** Longest that one waits for the types, in milliseconds. */
const typesMs = 2000;

/**
 * What is known about the word at the cursor, or about the function whose call the cursor stands in: for what was
 * imported its declaration with its options, else what the types say, and what the running session says of the value.
 * @param cursor in UTF-16 units
 */
export async function inspect(
  code: string,
  cursor: number,
  scope: RuntimeScope,
  { folder = process.cwd(), types }: InspectOptions = {},
): Promise<Inspection> {
  for (const end of places(code, cursor)) {
    const expression = receiverBefore(code, end)?.expression;
    const declared = expression && (await declaration(expression, code, scope, folder));
    const markdown = declared
      ? documented(declared)
      : joined(
          await (types && soon(types.hover(code, end - 1), typesMs)),
          expression === undefined ? undefined : await scope.describe(expression),
          expression,
        );
    if (markdown !== undefined) return { found: true, markdown, text: plain(markdown) };
  }
  return { found: false };
}

/** Ends of the word at the cursor and of the names of the functions whose brackets are open there. */
function places(code: string, cursor: number): number[] {
  const tail = /^[\p{ID_Continue}$]*/u.exec(code.slice(cursor))![0];
  const found = [cursor + tail.length];
  let depth = 0;
  for (let i = cursor - 1; i >= 0; i--) {
    if (")]}".includes(code[i]!)) depth++;
    if (!"([{".includes(code[i]!)) continue;
    if (depth > 0) depth--;
    else if (code[i] === "(") found.push(code.slice(0, i).trimEnd().length);
  }
  return found.filter((end) => end > 0 && !/["'`]/.test(code[end - 1]!));
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

/** What the types say, with the value below it; either alone where the other is missing. */
function joined(
  typed: string | undefined,
  value: ScopeValue | undefined,
  expression: string | undefined,
): string | undefined {
  const told = typed === undefined ? "" : tidied(typed);
  if (value === undefined) return told === "" ? undefined : told;
  const { type, preview, signature } = value;
  const isNews = !["", type, signature].includes(preview);
  if (told !== "") return isNews ? `${told}\n\n\`\`\`ts\n${preview}\n\`\`\`` : told;
  const head = signature ?? `${expression}: ${type}`;
  return `\`\`\`ts\n${head}${isNews ? `\n${preview}` : ""}\n\`\`\``;
}

/** How the server begins to speak of a name that nobody has declared. */
const unknown = "```typescript\nany\n```";

/** The server's words without those that speak of files: `(alias)`, and the import that follows it. */
function tidied(markdown: string): string {
  if (markdown.startsWith(unknown)) return "";
  return markdown
    .replace(/^```typescript\n(?:\(alias\) )?/, "```ts\n")
    .replace(/\nimport [^\n]*\n```/, "\n```")
    .trim();
}

function plain(markdown: string): string {
  return markdown.replace(/^```\w*\n?/gm, "").replace(/\*(@\w+)\*/g, "$1");
}
