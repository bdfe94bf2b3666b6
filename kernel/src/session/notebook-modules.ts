import { existsSync, readFileSync, statSync } from "node:fs";
import { Module } from "node:module";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { moduleCode } from "./module-code.js";

/** A TypeScript module that has run, and the text that it was made from. */
interface Loaded {
  readonly source: string;
  readonly module: Module;
  /** The modules that it imports, which must be as they were for this one to stand. */
  readonly uses: Set<string>;
}

export interface NotebookModulesOptions {
  /** Folder of the notebook. */
  readonly folder: string;
  /** What `import "tslab"` gives, whether or not tslab itself is installed. */
  readonly tslab: () => object;
  /** `require` of code in a folder, for what is not found here. */
  readonly requireIn: (folder: string) => NodeJS.Require;
}

/** Endings of the files that an import without one means, the first that is there. */
const endings = [".ts", ".tsx", ".mts", ".cts"] as const;

/**
 * What Node can't import by itself: TypeScript files beside the notebook, JSON without a word that says so, and cells
 * that are modules. One runs at its first import, and again at the first after its text, or that of a module it
 * imports, has changed.
 */
export class NotebookModules {
  private readonly options: NotebookModulesOptions;
  private readonly cells = new Map<string, string>();
  private readonly loaded = new Map<string, Loaded>();

  constructor(options: NotebookModulesOptions) {
    this.options = options;
  }

  /** Makes the text of a cell the module `./name`. */
  define(name: string, source: string, jsx: boolean): void {
    const path = join(this.options.folder, name);
    for (const ending of endings) this.cells.delete(path + ending);
    this.cells.set(path + (jsx ? ".tsx" : ".ts"), source);
  }

  /**
   * The exports of a module.
   * @param specifier as it stands in an import
   * @param folder where the importing code lies
   * @returns `undefined` for what Node finds
   */
  find(specifier: string, folder: string = this.options.folder): object | undefined {
    if (specifier === "tslab") return this.options.tslab();
    const path = this.pathOf(specifier, folder);
    if (path === undefined) return undefined;
    return path.endsWith(".json") ? dataIn(path) : (this.load(path).module.exports as object);
  }

  private pathOf(specifier: string, folder: string): string | undefined {
    if (!/^\.{1,2}(\/|$)/.test(specifier) && !isAbsolute(specifier)) return undefined;
    const path = resolve(folder, specifier);
    const isOurs = path.endsWith(".json") || endings.some((ending) => path.endsWith(ending));
    if (this.cells.has(path) || (isOurs && isFile(path))) return path;
    if (isFile(path)) return undefined;
    // TypeScript's own way: `./a.js` stands for the file a.ts that it will be made from
    const stems = [path, path.replace(/\.[cm]?jsx?$/, ""), join(path, "index")];
    const candidates = stems.flatMap((stem) => endings.map((ending) => stem + ending));
    return candidates.find((candidate) => this.cells.has(candidate)) ?? candidates.find(isFile);
  }

  private load(path: string): Loaded {
    const before = this.loaded.get(path);
    if (before !== undefined && this.isCurrent(path)) return before;
    const source = this.text(path);
    const module = new Module(path);
    const folder = dirname(path);
    const uses = new Set<string>();
    const elsewhere = this.options.requireIn(folder);
    const require = (specifier: string): unknown => {
      const used = this.pathOf(specifier, folder);
      if (used?.endsWith(".json") === false) uses.add(used);
      return this.find(specifier, folder) ?? elsewhere(specifier);
    };
    Object.assign(module, { filename: path, require: Object.assign(require, elsewhere) });
    const loaded = { source, module, uses };
    this.loaded.set(path, loaded);
    try {
      (module as unknown as Compiled)._compile(moduleCode(source, path), path);
    } catch (error) {
      this.loaded.delete(path);
      throw error;
    }
    return loaded;
  }

  private isCurrent(path: string, seen: Set<string> = new Set()): boolean {
    const loaded = this.loaded.get(path);
    if (seen.has(path)) return true;
    seen.add(path);
    return loaded?.source === this.text(path) && [...loaded.uses].every((used) => this.isCurrent(used, seen));
  }

  private text(path: string): string {
    return this.cells.get(path) ?? readFileSync(path, "utf8");
  }
}

/** JSON as a module: its value as `default`, and its properties by their names. */
function dataIn(path: string): object {
  const value = JSON.parse(readFileSync(path, "utf8")) as object;
  return { ...value, default: value };
}

/** Node's modules run their code through a method that its declarations leave out. */
interface Compiled {
  _compile(code: string, path: string): void;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
