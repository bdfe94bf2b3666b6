import { join } from "node:path";
import { compiled } from "./compile.js";
import type { Command } from "./engine.js";
import { benchFolder } from "./folders.js";
import { stripTypes } from "./strip-types.js";

/** Threads that every row is measured with, where the peer can. */
export const threadCounts = [1, 2] as const;

/** Ours, a script of `test/bench`, under this Node; stripped of its types before, so that its process holds nothing but the work. */
export function oursCommand(script: string, ...words: readonly (string | number)[]): Command {
  return { program: process.execPath, words: [join(stripTypes(), script), ...words.map(String)] };
}

/** A peer in Python, in the environment that the benchmark was given. */
export function pythonCommand(script: string, ...words: readonly (string | number)[]): Command {
  const python = process.env["VITRINE_PYTHON"] ?? "python3";
  return { program: python, words: [join(benchFolder, script), ...words.map(String)] };
}

/** A peer in C; `undefined` where it can't be compiled. */
export function cCommand(
  source: string,
  libraries: readonly string[],
  ...words: readonly (string | number)[]
): Command | undefined {
  const program = compiled(source, libraries);
  return program === undefined ? undefined : { program, words: words.map(String) };
}
