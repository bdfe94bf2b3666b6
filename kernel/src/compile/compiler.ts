import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Parser, type Program } from "acorn";
import { unmapped } from "./as-typed.js";
import { cellMetadata, type CellMetadata } from "./cell-metadata.js";
import { composeMaps, originalOffset } from "./compose-maps.js";
import { rewrite } from "./rewrite.js";
import { loadStripper } from "./strip.js";
import { CellSyntaxError } from "./syntax-error.js";
import type { CompiledCell, NameKind, StripProblem, Stripped, Stripper } from "./types.js";

export interface CellCompilerOptions {
  /** Folder that `import.meta` speaks of. Default: the process's working folder. */
  readonly folder?: string;
  /** What removes the types. Default: the fastest that this platform has. */
  readonly stripper?: Stripper;
}

const fastest = await loadStripper();

/** A cell may export what an earlier cell declared. */
class CellParser extends Parser {
  checkLocalExport(): void {}
}

/** Turns the cells of one session into JavaScript, and remembers how the session holds each name. */
export class CellCompiler {
  private readonly kinds = new Map<string, NameKind>();
  private readonly folder: string;
  private readonly strip: Stripper;

  constructor({ folder = process.cwd(), stripper = fastest }: CellCompilerOptions = {}) {
    this.folder = folder;
    this.strip = stripper;
  }

  /**
   * Compiles a cell for V8's REPL mode. Call {@link commit} once it has run.
   * @throws CellSyntaxError with the line, the column and the user's own line
   */
  compile(source: string, executionCount: number): CompiledCell {
    const url = `cell-${executionCount}.ts`;
    const metadata = cellMetadata(source);
    if (metadata.browser === true) return { ...this.compile("", executionCount), unchecked: true };
    const { stripped, program, input } = this.parsed(source, url);
    if (metadata.module !== undefined) return moduleCell(source, url, metadata);
    const { text, hasValue, kinds } = rewrite(stripped.code, program, this.kinds, this.meta(url));
    return {
      code: `${text.toString()}\n//# sourceURL=${url}`,
      map: composeMaps(text, stripped, source, url, input),
      url,
      hasValue,
      declares: Object.keys(kinds),
      kinds,
      ...(metadata.jsx === true && { unchecked: true }),
    };
  }

  /** Notes the names of a cell that V8 accepted, whether it then ran to its end, threw or was interrupted. */
  commit(cell: Pick<CompiledCell, "kinds">): void {
    for (const [name, kind] of Object.entries(cell.kinds)) this.kinds.set(name, kind);
  }

  /** A cell that is one object literal, `{ a, b }`, is read as that and not as a block. */
  private parsed(source: string, url: string): Parsed {
    if (/^\s*\{[^]*\}\s*$/.test(source)) {
      const input = `(${source}\n)`;
      const asValue = this.tried(input, url);
      if (!(asValue instanceof Failure)) return { ...asValue, input };
    }
    const result = this.tried(source, url);
    if (!(result instanceof Failure)) return { ...result, input: source };
    throw new CellSyntaxError(result.message, source, url, result);
  }

  private tried(source: string, url: string): { stripped: Stripped; program: Program } | Failure {
    const stripped = this.strip(source, url);
    if ("message" in stripped) return new Failure(stripped);
    try {
      const program = CellParser.parse(stripped.code, { ecmaVersion: "latest", sourceType: "module" });
      return { stripped, program };
    } catch (error) {
      const { message, pos } = error as SyntaxError & { readonly pos: number };
      return new Failure(refusal(stripped, source, message, pos));
    }
  }

  private meta(url: string): string {
    const filename = join(this.folder, url);
    const value = { url: pathToFileURL(filename).href, filename, dirname: this.folder };
    return `Object(${JSON.stringify(value)})`;
  }
}

/** A cell that defines a module: it only hands its text over. */
function moduleCell(source: string, url: string, { module, jsx = false }: CellMetadata): CompiledCell {
  const code = `__import.define(${JSON.stringify(module)}, ${JSON.stringify(source)}, ${jsx});\n//# sourceURL=${url}`;
  return { code, map: unmapped(source, url), url, hasValue: false, unchecked: true, declares: [], kinds: {} };
}

interface Parsed {
  readonly stripped: Stripped;
  readonly program: Program;
  /** The cell, or the cell in brackets. */
  readonly input: string;
}

class Failure {
  readonly message: string;
  readonly offset: number;

  constructor({ message, offset }: StripProblem) {
    this.message = message;
    this.offset = offset;
  }
}

function refusal(stripped: Stripped, source: string, message: string, pos: number): StripProblem {
  const offset = originalOffset(stripped, source, pos);
  if (stripped.code[pos] === "@") return { message: "decorators don't run in V8 yet", offset };
  return { message: message.replace(/ \(\d+:\d+\)$/, ""), offset };
}
