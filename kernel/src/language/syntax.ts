/** Why a cell can't be read, and whether more text could mend it. */
export interface SyntaxProblem {
  readonly message: string;
  /** The cell ended too early. */
  readonly atEnd: boolean;
}

/** What is wrong with a cell as it stands; `undefined` if nothing. */
export type SyntaxCheck = (code: string) => SyntaxProblem | undefined;

/** The check over oxc, or `undefined` where its native code can't load. */
export async function withOxc(): Promise<SyntaxCheck | undefined> {
  const oxc = await import("oxc-transform").catch(() => undefined);
  if (oxc === undefined) return undefined;
  return (code) => {
    const { errors } = oxc.transformSync("cell.ts", code, {
      lang: "ts",
      sourceType: "module",
      target: "esnext",
    });
    const error = errors[0];
    if (error === undefined) return undefined;
    const { start = 0, end = 0 } = error.labels[0] ?? {};
    const bytes = Buffer.from(code);
    const open = end === bytes.length && isOpenText(error.message, bytes[start]);
    return { message: error.message, atEnd: open || (start === end && end === bytes.length) };
  };
}

/** A comment or a template goes on over lines, a quoted string doesn't. */
function isOpenText(message: string, first: number | undefined): boolean {
  if (message === "Unterminated multiline comment" || message.startsWith("Identifier expected")) return true;
  return message === "Unterminated string" && first !== quote && first !== doubleQuote;
}

const quote = 39;
const doubleQuote = 34;

/** The check over sucrase, which is plain JavaScript. It lets pass what is grammatical and yet wrong. */
export async function withSucrase(): Promise<SyntaxCheck> {
  const { transform } = await import("sucrase");
  return (code) => {
    try {
      transform(code, { transforms: ["typescript"], disableESTransforms: true });
      return undefined;
    } catch (error) {
      const { message, pos } = error as Error & { readonly pos?: number };
      const open = /Unterminated (template|comment)/.test(message);
      return { message, atEnd: open || (pos ?? 0) >= code.trimEnd().length };
    }
  };
}

/** The check that this platform has. */
export const syntaxProblem: SyntaxCheck = (await withOxc()) ?? (await withSucrase());
