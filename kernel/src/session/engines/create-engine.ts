import type { EngineName } from "../../messages/index.js";
import { createTslabApi } from "../tslab-api.js";
import type { Engine } from "./engine.js";
import { ReplEngine } from "./repl.js";
import { TslabEngine } from "./tslab.js";

/**
 * The engine of a name.
 * @param folder of the notebook
 */
export function createEngine(name: EngineName, folder: string): Engine {
  if (name === "repl") return new ReplEngine();
  return new TslabEngine({ folder, packages: [import.meta.dirname, folder], api: createTslabApi });
}
