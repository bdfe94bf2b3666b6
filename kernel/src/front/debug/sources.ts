import type { Debugger } from "node:inspector";
import { extname } from "node:path";
import type { DebugProtocol } from "@vscode/debugprotocol";
import type { Cells } from "../cells.js";
import type { Post } from "../runtime-scope.js";
import { BreakPlaces } from "./break-places.js";
import { codePath } from "./code-path.js";
import type { Scripts } from "./scripts.js";

/** Cells that have not run are compiled under this number, only to learn where they can stop. */
const notRun = 0;

/** The texts behind the paths of the debugger. Only what the session has loaded can be read here, no other file. */
export class Sources {
  /** Texts of cells that a front end has told of, by their paths. */
  private readonly noted = new Map<string, string>();
  private readonly post: Post;
  private readonly scripts: Scripts;
  private readonly cells: Pick<Cells, "compiled">;

  constructor(post: Post, scripts: Scripts, cells: Pick<Cells, "compiled">) {
    this.post = post;
    this.scripts = scripts;
    this.cells = cells;
  }

  /** Notes the text of a cell. Returns its path. */
  note(code: string): string {
    const path = codePath(code);
    this.noted.set(path, code);
    return path;
  }

  /** Where a cell can stop; `undefined` where its text isn't known, or is no TypeScript. */
  async places(path: string): Promise<BreakPlaces | undefined> {
    const loaded = this.scripts.at(path)[0]?.places;
    const code = this.noted.get(path);
    if (loaded !== undefined || code === undefined) return loaded;
    const cell = await this.cells.compiled(code, notRun);
    return "status" in cell ? undefined : new BreakPlaces(cell);
  }

  /**
   * The text of a cell as typed, or of a file as loaded.
   * @throws if there is none of that name
   */
  async text(path: string): Promise<DebugProtocol.SourceResponse["body"]> {
    const [script] = this.scripts.at(path);
    const typed = script?.cell?.map.sourcesContent[0] ?? this.noted.get(path);
    if (typed !== undefined) return { content: typed, mimeType: "text/typescript" };
    if (script === undefined) throw new Error(`${path}: no source of this name has been loaded`);
    const source = this.post("Debugger.getScriptSource", { scriptId: script.id });
    const { scriptSource } = (await source) as Debugger.GetScriptSourceReturnType;
    const mimeType = /^\.[cm]?ts$/.test(extname(path)) ? "text/typescript" : "text/javascript";
    return { content: scriptSource, mimeType };
  }

  /** The files that are loaded, those of the notebook's folder first. */
  modules(): DebugProtocol.ModulesResponse["body"] {
    const files = [...this.scripts.files()].sort((a, b) => rank(a.whose) - rank(b.whose));
    const modules = files.map(({ id, name, path }) => ({ id, name, path }));
    return { modules, totalModules: modules.length };
  }
}

function rank(whose: string): number {
  return whose === "own" ? 0 : 1;
}
