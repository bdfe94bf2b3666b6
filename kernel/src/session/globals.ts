import { cell, clearOutput, display, input, openComm, openComms, registerCommTarget } from "../cell/index.js";
import type { CellImport } from "./imports.js";

/** Where the controls come from. They are not loaded at the start: most notebooks never use them. */
const controlsModule = "@vitrine/kernel/controls";

/** Makes sure that what a cell's code mentions is there. */
export type Prepare = (code: string) => Promise<void>;

/** Defines what a cell has without an import. Cells may declare the same names for themselves. */
export function defineGlobals(importModule: CellImport, require: NodeJS.Require): Prepare {
  const comm = Object.freeze({ openComm, openComms, registerCommTarget });
  const prompt = (question: string = ""): string => input(question);
  const given = { display, input, prompt, cell, comm, clearOutput, require, __import: importModule };
  for (const [name, value] of Object.entries(given)) define(name, value);
  return defineLate("interact", controlsModule, importModule);
}

/** Defines a function that is loaded with its module when a cell first mentions it. */
function defineLate(name: string, specifier: string, importModule: CellImport): Prepare {
  const mention = new RegExp(`\\b${name}\\b`);
  const notYet = (): never => {
    throw new Error(`${name} is not loaded: import { ${name} } from "${specifier}"`);
  };
  define(name, notYet);
  const held = globalThis as Record<string, unknown>;
  return async (code) => {
    if (held[name] !== notYet || !mention.test(code)) return;
    const module = await importModule(specifier);
    if (held[name] === notYet) define(name, module[name]);
  };
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}
