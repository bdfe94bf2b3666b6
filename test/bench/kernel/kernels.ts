import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { kernelNodeFlags } from "../../../kernel/src/install/index.js";
import type { KernelCommand } from "./client.js";

/** A kernel that is measured. */
export interface Contestant {
  readonly name: string;
  readonly language: "typescript" | "python";
  /** `undefined` where it is not installed. */
  readonly command: KernelCommand | undefined;
}

const main = join(import.meta.dirname, "../../../kernel/dist/main.js");

/** Ours, as it was built. */
export const vitrine: Contestant = {
  name: "vitrine",
  language: "typescript",
  command: (file) => ({ program: process.execPath, words: [...kernelNodeFlags, main, file] }),
};

/** The kernel for Python, in the environment that the benchmark was given. */
export const ipykernel: Contestant = {
  name: "ipykernel",
  language: "python",
  command: (file) => ({
    program: process.env["VITRINE_PYTHON"] ?? "python3",
    words: ["-m", "ipykernel_launcher", "-f", file],
  }),
};

/** The other kernel for TypeScript. */
export const tslab: Contestant = { name: "tslab", language: "typescript", command: tslabCommand() };

function tslabCommand(): KernelCommand | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve("tslab/package.json");
    const program = join(dirname(manifest), "bin", "tslab");
    return (file) => ({ program: process.execPath, words: [program, "kernel", `--config-path=${file}`] });
  } catch {
    return undefined; // an optional package
  }
}
