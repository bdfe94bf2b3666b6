import type { Debugger } from "node:inspector";
import { pathToFileURL } from "node:url";
import type { DebugProtocol } from "@vscode/debugprotocol";
import type { CompiledCell } from "../../compile/index.js";
import type { Post } from "../runtime-scope.js";
import { BreakPlaces } from "./break-places.js";
import { codePath, isCodePath } from "./code-path.js";
import { breakCondition, hitCounter } from "./conditions.js";
import type { RunPlace } from "./inspector.js";
import type { Script, Scripts } from "./scripts.js";
import type { Sources } from "./sources.js";

/** A breakpoint that the user wants. */
interface Wanted {
  readonly id: number;
  readonly asked: DebugProtocol.SourceBreakpoint;
  /** Where it is. */
  readonly line: number;
  readonly verified: boolean;
  /** Whether this time, the next one, counts. */
  readonly counts: () => boolean;
  /** Its names in the inspector: one for each script of its source. */
  readonly names: Set<string>;
}

/**
 * The breakpoints of the user. A cell's belong to its text: they are set in every script that was made from it, the
 * older ones, whose functions may still be called, as well as each new one before it runs.
 */
export class Breakpoints {
  private readonly byPath = new Map<string, readonly Wanted[]>();
  /** Names of breakpoints in cells that are about to be loaded, by the cell's script name. */
  private readonly armed = new Map<string, readonly string[]>();
  private readonly post: Post;
  private readonly scripts: Scripts;
  private readonly sources: Pick<Sources, "places">;
  private attached = false;
  private nextId = 1;

  constructor(post: Post, scripts: Scripts, sources: Pick<Sources, "places">) {
    this.post = post;
    this.scripts = scripts;
    this.sources = sources;
  }

  /** The inspector listens from now on, and has told of the scripts that are there. */
  async attach(): Promise<void> {
    this.attached = true;
    for (const path of this.byPath.keys()) await this.setAll(path);
  }

  /** Forgets all of them; the inspector's own end with its session. */
  detach(): void {
    this.attached = false;
    this.byPath.clear();
    this.armed.clear();
  }

  /** What there is, by path. */
  list(): { readonly source: string; readonly breakpoints: readonly { readonly line: number }[] }[] {
    return [...this.byPath]
      .filter(([, wanted]) => wanted.length > 0)
      .map(([source, wanted]) => ({ source, breakpoints: wanted.map(({ line }) => ({ line })) }));
  }

  /** Puts these in the place of all that the source had. */
  async replace(
    path: string,
    asked: readonly DebugProtocol.SourceBreakpoint[],
  ): Promise<DebugProtocol.Breakpoint[]> {
    for (const one of this.byPath.get(path) ?? []) await this.remove(one, [...one.names]);
    const places = isCodePath(path) ? await this.sources.places(path) : undefined;
    const wanted = asked.map((one): Wanted => {
      const place = places?.onLine(one.line);
      return {
        id: this.nextId++,
        asked: one,
        line: place?.line ?? one.line,
        verified: place !== undefined || !isCodePath(path),
        counts: hitCounter(one.hitCondition),
        names: new Set(),
      };
    });
    this.byPath.set(path, wanted);
    if (this.attached) await this.setAll(path);
    return wanted.map(({ id, line, verified }) => ({ id, line, verified, source: { path } }));
  }

  /** A cell is about to run: its first statement may be one of those wanted. */
  async arm(cell: CompiledCell): Promise<void> {
    if (!this.attached) return;
    await this.disarm(cell.url);
    const wanted = this.byPath.get(codePath(cell.map.sourcesContent[0]!)) ?? [];
    if (wanted.length === 0) return;
    const places = new BreakPlaces(cell);
    const names: string[] = [];
    for (const one of wanted) {
      const place = places.onLine(one.line);
      if (place !== undefined) names.push(...(await this.setByUrl(one, cell.url, place.at)));
    }
    this.armed.set(cell.url, names);
  }

  /** A script was loaded: breakpoints that were set too late to be armed are set in it. */
  async loaded(script: Script): Promise<void> {
    if (!this.attached || script.whose !== "cell") return;
    const armed = this.armed.get(script.name) ?? [];
    for (const one of this.byPath.get(script.path) ?? [])
      if (!armed.some((name) => one.names.has(name))) await this.setIn(one, script);
  }

  /** Ids of the breakpoints that want the program to stop, now that these of the inspector were reached. */
  reached(names: readonly string[]): number[] {
    const all = [...this.byPath.values()].flat();
    return all.filter((one) => names.some((name) => one.names.has(name)) && one.counts()).map(({ id }) => id);
  }

  /** Other code is about to get a script's name: what was armed under it stays with the script that had it. */
  private async disarm(url: string): Promise<void> {
    const armed = this.armed.get(url) ?? [];
    this.armed.delete(url);
    for (const [path, wanted] of armed.length > 0 ? this.byPath : [])
      for (const one of wanted) {
        const names = armed.filter((name) => one.names.has(name));
        await this.remove(one, names);
        const scripts = this.scripts.at(path).filter(({ name }) => name === url);
        if (names.length > 0) for (const script of scripts) await this.setIn(one, script);
      }
  }

  private async setAll(path: string): Promise<void> {
    for (const one of this.byPath.get(path) ?? []) {
      if (isCodePath(path)) for (const script of this.scripts.at(path)) await this.setIn(one, script);
      else {
        const at = { lineNumber: one.line - 1, columnNumber: (one.asked.column ?? 1) - 1 };
        await this.setByUrl(one, pathToFileURL(path).href, at);
      }
    }
  }

  private async setIn(one: Wanted, { id: scriptId, places }: Script): Promise<void> {
    const place = places?.onLine(one.line);
    if (place === undefined) return;
    const options = { location: { scriptId, ...place.at }, condition: breakCondition(one.asked) };
    const set = this.post("Debugger.setBreakpoint", options) as Promise<Debugger.SetBreakpointReturnType>;
    await set.then(
      ({ breakpointId }) => one.names.add(breakpointId),
      () => undefined, // another one stands there already
    );
  }

  private async setByUrl(one: Wanted, url: string, at: RunPlace): Promise<readonly string[]> {
    const options = { url, ...at, condition: breakCondition(one.asked) };
    const set = this.post("Debugger.setBreakpointByUrl", options);
    return (set as Promise<Debugger.SetBreakpointByUrlReturnType>).then(
      ({ breakpointId }) => {
        one.names.add(breakpointId);
        return [breakpointId];
      },
      () => [],
    );
  }

  /** Takes names away; each is known until it is gone, as the program may just have stopped there. */
  private async remove(one: Wanted, names: readonly string[]): Promise<void> {
    for (const breakpointId of names) {
      if (this.attached) await this.post("Debugger.removeBreakpoint", { breakpointId });
      one.names.delete(breakpointId);
    }
  }
}
