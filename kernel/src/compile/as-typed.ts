import type { CompiledCell, RawSourceMap } from "./types.js";

/** Leaves cells as they are typed, for an engine that compiles them and keeps their names by itself. */
export class AsTyped {
  compile(source: string, executionCount: number): CompiledCell {
    const url = `cell-${executionCount}.ts`;
    return {
      code: source,
      map: unmapped(source, url),
      url,
      hasValue: true,
      declares: [],
      kinds: {},
    };
  }

  commit(): void {}
}

/** The map of a cell whose places nobody asks for. */
export function unmapped(source: string, url: string): RawSourceMap {
  return { version: 3, sources: [url], sourcesContent: [source], names: [], mappings: "" };
}
