import { cell, clearOutput, display, input, openComm, openComms, registerCommTarget } from "../cell/index.js";
import type { CellImport } from "./imports.js";

/** Defines what a cell has without an import. Cells may declare the same names for themselves. */
export function defineGlobals(importModule: CellImport, require: NodeJS.Require): void {
  const comm = Object.freeze({ openComm, openComms, registerCommTarget });
  const prompt = (question: string = ""): string => input(question);
  const given = { display, input, prompt, cell, comm, clearOutput, require, __import: importModule };
  for (const [name, value] of Object.entries(given))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}
