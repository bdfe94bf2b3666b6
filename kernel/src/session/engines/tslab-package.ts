import { createRequire, Module } from "node:module";
import { dirname, join } from "node:path";
import { tslabVersion } from "../tslab-api.js";
import type { Completeness, Converter, Executor, QuickInfo, Sink, System } from "./tslab-types.js";

/** The parts of tslab that the engine is made from. */
export interface TslabPackage {
  /** Begins to watch the notebook's folder; takes a second or more. */
  createConverter(): Converter;
  createExecutor(folder: string, converters: Converters, sink: Sink): Executor;
  isCompleteCode(code: string): Completeness;
  printQuickInfo(info: QuickInfo): string;
  /** Version of the TypeScript that it brings along. */
  readonly typescript: string;
}

/** tslab asks for the converter anew with every cell. Code for browsers it does nothing with. */
export interface Converters {
  node: Converter;
  readonly browser: Converter;
  close(): void;
}

/**
 * Loads tslab as it is installed beside the kernel, or else beside the notebook.
 * @param folders where to look for it, in this order
 * @throws Error that says how to install it
 */
export function loadTslab(folders: readonly string[]): TslabPackage {
  const manifest = found(folders);
  const load = createRequire(manifest);
  const part = <T>(name: string): T => load(`./dist/${name}.js`) as T;
  const typescript = load("@tslab/typescript-for-tslab") as { version: string; sys: System };
  showNodeTypes(typescript.sys, dirname(manifest), load);
  const { createConverter, isCompleteCode } = part<ConverterPart>("converter");
  return {
    createConverter: () => createConverter({ isJS: false, isBrowser: false }),
    createExecutor: part<Pick<TslabPackage, "createExecutor">>("executor").createExecutor,
    isCompleteCode,
    printQuickInfo: part<Pick<TslabPackage, "printQuickInfo">>("inspect").printQuickInfo,
    typescript: typescript.version,
  };
}

interface ConverterPart {
  createConverter(options: { readonly isJS: boolean; readonly isBrowser: boolean }): Converter;
  isCompleteCode(code: string): Completeness;
}

function found(folders: readonly string[]): string {
  try {
    return createRequire(import.meta.url).resolve("tslab/package.json", { paths: [...folders] });
  } catch {
    throw new Error(
      `the engine "tslab" needs the package tslab, which is not installed. Type this in a terminal: npm install tslab@${tslabVersion}`,
    );
  }
}

/**
 * Makes `require("tslab")` give `api`. Executors hand out what lies in Node's cache under the name of tslab's entry;
 * the package's own entry would open sockets of its own and show nothing.
 */
export function replaceTslabApi(folders: readonly string[], api: object): void {
  const load = createRequire(found(folders));
  const entry = load.resolve("./dist/public.js");
  const module = new Module(entry);
  Object.assign(module, { filename: entry, loaded: true, exports: api });
  load.cache[entry] = module;
}

/**
 * Shows tslab's compiler Node's declarations where it looks for them when the notebook has none: in tslab's own
 * folder. npm often puts them elsewhere, and then every cell would fail with "Cannot find name 'console'".
 */
function showNodeTypes(system: System, folder: string, load: NodeJS.Require): void {
  const wanted = slashed(join(folder, "node_modules", "@types"));
  if (system.fileExists(`${wanted}/node/package.json`)) return;
  const real = slashed(dirname(dirname(load.resolve("@types/node/package.json"))));
  const moved = (path: string): string =>
    path === wanted || path.startsWith(`${wanted}/`) ? real + path.slice(wanted.length) : path;
  const { directoryExists, fileExists, getDirectories, readDirectory, readFile, realpath } = system;
  Object.assign(system, {
    directoryExists: (path) => directoryExists(moved(path)),
    fileExists: (path) => fileExists(moved(path)),
    // of all that npm put there only this one is meant
    getDirectories: (path) => (path === wanted ? ["node"] : getDirectories(moved(path))),
    readDirectory: (path, ...rest) => readDirectory(moved(path), ...rest),
    readFile: (path, encoding) => readFile(moved(path), encoding),
    realpath: (path) => realpath(moved(path)),
  } satisfies System);
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}
