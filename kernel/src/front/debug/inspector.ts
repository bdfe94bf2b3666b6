import type { Debugger } from "node:inspector";
import type { Post } from "../runtime-scope.js";

/** What the debugger hears from the main thread's inspector. */
export interface InspectorEvents {
  readonly "Debugger.scriptParsed": Debugger.ScriptParsedEventDataType & { readonly length?: number };
  readonly "Debugger.paused": Debugger.PausedEventDataType;
  readonly "Debugger.resumed": unknown;
}

/** The debugger's line to the main thread. */
export interface Inspector {
  readonly post: Post;
  /** Calls `listener` for every event of this name from now on. */
  on<K extends keyof InspectorEvents>(event: K, listener: (data: InspectorEvents[K]) => void): void;
}

/** A place in the code that runs; both numbers count from 0. */
export interface RunPlace {
  readonly lineNumber: number;
  readonly columnNumber: number;
}
