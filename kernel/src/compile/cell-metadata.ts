/** What the doc comments at the head of a cell ask for; the words are tslab's. */
export interface CellMetadata {
  /** `@module name`: the cell is a module that others import as `./name`. It runs when it is imported. */
  readonly module?: string;
  /** `@jsx`: the cell holds JSX. */
  readonly jsx?: boolean;
  /** `@jsx h`: the function that its elements call. Default: `React.createElement`. */
  readonly jsxFunction?: string;
  /** `@browser`: code for a browser, which does nothing here. */
  readonly browser?: boolean;
}

const head = /^(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[^]*?\*\/)*/;
const docComment = /\/\*\*(?!\/)([^]*?)\*\//g;
const tag = /^[\s*]*@(module|jsx|browser)\b[ \t]*(.*?)[\s*]*$/gm;

/** Whether a cell says that it holds JSX, which is no TypeScript of its own: `<T>x` reads otherwise there. */
export function holdsJsx(source: string): boolean {
  return cellMetadata(source).jsx === true;
}

/** Reads the comments that stand before the first word of a cell. */
export function cellMetadata(source: string): CellMetadata {
  if (!source.includes("@")) return {};
  const found: { -readonly [K in keyof CellMetadata]: CellMetadata[K] } = {};
  for (const [, comment] of head.exec(source)![0].matchAll(docComment))
    for (const [, name, rest] of comment!.matchAll(tag)) {
      if (name === "browser") found.browser = true;
      else if (name === "module") {
        if (/^\w+$/.test(rest!)) found.module = rest!;
      } else {
        found.jsx = true;
        if (rest !== "") found.jsxFunction = rest!;
      }
    }
  return found;
}
