import type { Debugger } from "node:inspector";
import { basename, isAbsolute } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { CompiledCell } from "../../compile/index.js";
import { BreakPlaces, type TypedPlace } from "./break-places.js";
import { codePath } from "./code-path.js";
import type { InspectorEvents, RunPlace } from "./inspector.js";

/**
 * Whose code a script is: a cell's, another file's of the notebook's folder, a library's, or one that a user has
 * no eyes for: Node's own and the kernel's.
 */
export type Whose = "cell" | "own" | "library" | "hidden";

/** Code that the session has loaded. */
export interface Script {
  readonly id: string;
  readonly whose: Whose;
  /** What stands in stacks: `cell-3.ts`, or the file's name. */
  readonly name: string;
  /** What front ends call it. */
  readonly path: string;
  /** A cell as it was compiled. */
  readonly cell?: CompiledCell;
  /** The places of a cell at which it can stop. */
  readonly places?: BreakPlaces;
}

/** What the debugger's own little functions call themselves. */
export const debuggerCode = "vitrine-debugger";

const kernelUrl = new URL("../../../", import.meta.url).href;
const cellUrl = /^cell-\d+\.ts$/;

/** The scripts of the session, as far as the inspector has told of them. */
export class Scripts {
  private readonly byId = new Map<string, Script>();
  private readonly compiledAs: (url: string) => CompiledCell | undefined;
  private readonly folderUrl: string;

  /**
   * @param compiledAs the newest cell that was compiled under a script's name
   * @param folder the notebook's folder
   */
  constructor(compiledAs: (url: string) => CompiledCell | undefined, folder: string) {
    this.compiledAs = compiledAs;
    this.folderUrl = `${pathToFileURL(folder).href}/`;
  }

  /** Notes a script that was loaded. */
  add({ scriptId: id, url, length }: InspectorEvents["Debugger.scriptParsed"]): Script {
    const cell = cellUrl.test(url) ? this.compiledAs(url) : undefined;
    const script =
      cell !== undefined && (length === undefined || length === cell.code.length)
        ? cellScript(id, cell)
        : { id, whose: this.whose(url), name: basename(url), path: filePath(url) };
    this.byId.set(id, script);
    return script;
  }

  /** The script with this id; one that was never told of is nobody's. */
  get(id: string): Script {
    return this.byId.get(id) ?? { id, whose: "hidden", name: "", path: "" };
  }

  /** Every script that front ends call so: a cell that ran twice is there twice. */
  at(path: string): readonly Script[] {
    return [...this.byId.values()].filter((script) => script.whose !== "hidden" && script.path === path);
  }

  /** Files of the notebook's folder and of libraries. */
  files(): readonly Script[] {
    return [...this.byId.values()].filter(({ whose }) => whose === "own" || whose === "library");
  }

  /** Where a place that runs was typed; `undefined` for code that the compiler added. */
  typed({ scriptId, lineNumber, columnNumber = 0 }: Debugger.Location): TypedPlace | undefined {
    const { places } = this.get(scriptId);
    const at: RunPlace = { lineNumber, columnNumber };
    return places === undefined ? { line: lineNumber + 1, column: columnNumber + 1 } : places.typed(at);
  }

  /** Forgets all of them. */
  clear(): void {
    this.byId.clear();
  }

  /**
   * Patterns of the scripts that stepping passes over.
   * @param onlyMine libraries too
   */
  passedOver(onlyMine: boolean): readonly string[] {
    const always = ["^node:", `^${escaped(kernelUrl)}`, `^${debuggerCode}$`];
    if (!onlyMine) return always;
    const mine = String.raw`cell-\d+\.ts$|${escaped(this.folderUrl)}(?!(?:.*/)?node_modules/)`;
    return [...always, `^(?!${mine}).+`];
  }

  private whose(url: string): Whose {
    const path = filePath(url);
    if (path === "" || url.startsWith(kernelUrl)) return "hidden";
    const isOwn = pathToFileURL(path).href.startsWith(this.folderUrl) && !path.includes("node_modules");
    return isOwn ? "own" : "library";
  }
}

function cellScript(id: string, cell: CompiledCell): Script {
  const path = codePath(cell.map.sourcesContent[0]!);
  return { id, whose: "cell", name: cell.url, path, cell, places: new BreakPlaces(cell) };
}

/** The file behind a script's address; empty where there is none. */
function filePath(url: string): string {
  if (url.startsWith("file:")) return fileURLToPath(url);
  return isAbsolute(url) ? url : "";
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
