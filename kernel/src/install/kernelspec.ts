import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { logoSvg } from "./logo.js";

/** The name under which Jupyter knows the kernel. */
export const kernelName = "vitrine";

/** What Node must be told so that interrupted code does not end the process: its checks are relaxed by the session. */
export const kernelNodeFlags: readonly string[] = [
  "--no-force-async-hooks-checks",
  // from Node 24 on the checks are out of reach without it
  "--expose-internals",
];

export interface KernelspecOptions {
  /** The Node that runs the kernel. Default: the one that runs this, for which the packages were installed. */
  readonly nodePath?: string;
  /** Default: "TypeScript (Vitrine)"; with another engine that is named too. */
  readonly displayName?: string;
  /** Modules that are loaded before the first cell. Default: none. */
  readonly startup?: readonly string[];
  /**
   * What is done about the types of cells: "off", "warn" or "strict". Default: "warn", which tells and hinders nobody.
   */
  readonly check?: "off" | "warn" | "strict";
  /** What runs the cells: V8's own REPL, or the package tslab, under a name of its own. Default: "repl". */
  readonly engine?: "repl" | "tslab";
  /** The kernel's entry. Default: the one built beside this file. */
  readonly main?: string;
}

/** What stands in a spec unless said otherwise. */
export const kernelspecDefaults: Required<KernelspecOptions> = {
  nodePath: process.execPath,
  displayName: "TypeScript (Vitrine)",
  startup: [],
  check: "warn",
  engine: "repl",
  main: fileURLToPath(new URL("../main.js", import.meta.url)),
};

/**
 * Makes the kernel known to the Jupyter that lives in `prefix`; one that is there already is replaced.
 * Every file appears whole, `kernel.json` last: Jupyter sees the kernel only when all of it is there.
 * @returns the folder that was written, `<prefix>/share/jupyter/kernels/vitrine`, or `…/vitrine-tslab`
 */
export function writeKernelspec(prefix: string, options: KernelspecOptions = {}): string {
  const { engine = kernelspecDefaults.engine } = options;
  const name = engine === kernelspecDefaults.engine ? kernelName : `${kernelName}-${engine}`;
  const folder = join(prefix, "share", "jupyter", "kernels", name);
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, "logo-svg.svg"), logoSvg);
  writeWhole(join(folder, "kernel.json"), `${JSON.stringify(kernelspec(options), null, 2)}\n`);
  return folder;
}

/** What `kernel.json` says. */
function kernelspec(options: KernelspecOptions): object {
  const { nodePath, startup, check, engine, main } = { ...kernelspecDefaults, ...options };
  const isDefault = engine === kernelspecDefaults.engine;
  const named = isDefault ? kernelspecDefaults.displayName : `TypeScript (Vitrine, ${engine})`;
  return {
    argv: [
      nodePath,
      ...kernelNodeFlags,
      main,
      "{connection_file}",
      ...(isDefault ? [] : ["--engine", engine]),
      ...(check === kernelspecDefaults.check ? [] : ["--check", check]),
      ...startup.flatMap((module) => ["--startup", module]),
    ],
    display_name: options.displayName ?? named,
    language: "typescript",
    interrupt_mode: "message",
    metadata: { debugger: isDefault, supported_encryption: ["curve"] },
  };
}

function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.part`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
