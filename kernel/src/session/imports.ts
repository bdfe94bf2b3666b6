import { existsSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Script, constants } from "node:vm";
import process from "node:process";
import { NotebookModules } from "./notebook-modules.js";
import { pickExports } from "./pick-exports.js";
import { createTslabApi, type TslabApi } from "./tslab-api.js";

type Module = Readonly<Record<string, unknown>>;
type Attributes = Readonly<Record<string, string>>;
type Load = (specifier: string, attributes: Attributes | undefined) => Promise<Module>;

/** What compiled cells call for `import`: the module, with the exports that the cell names made sure of. */
export type CellImport = (
  specifier: string,
  options?: { readonly with?: Attributes; readonly names?: readonly string[] },
) => Promise<Module>;

/** How the cells of a notebook import, and how cells that are modules are made known: `__import.define(…)`. */
export interface NotebookImports {
  readonly importModule: CellImport & Pick<NotebookModules, "define">;
  readonly require: NodeJS.Require;
}

const kernelFolder = dirname(fileURLToPath(new URL("../../package.json", import.meta.url)));

/** The imports of a notebook in `folder`. */
export function createNotebookImports(folder: string): NotebookImports {
  let tslab: TslabApi | undefined;
  const modules = new NotebookModules({
    folder,
    tslab: () => (tslab ??= createTslabApi(typescriptVersion())),
    requireIn: (from) => createNotebookRequire(from),
  });
  const define: NotebookModules["define"] = (...cell) => modules.define(...cell);
  return {
    importModule: Object.assign(createImport(folder, modules), { define }),
    require: createNotebookRequire(folder, modules),
  };
}

/** The version of the TypeScript that checks cells. */
function typescriptVersion(): string {
  const require = createRequire(import.meta.url);
  return (require("typescript7/package.json") as { readonly version: string }).version;
}

/**
 * The import of a notebook in `folder`. Relative paths start there; a package is taken from there where it is
 * installed there, else from the kernel's own surroundings; the kernel's own parts are always this kernel's.
 * @param own modules that go before all of these
 */
export function createImport(folder: string, own?: NotebookModules): CellImport {
  const here = loaderIn(folder);
  const kernels = loaderIn(kernelFolder);
  return async (specifier, { with: attributes, names } = {}) => {
    const wanted = isAbsolute(specifier) ? pathToFileURL(specifier).href : specifier;
    const module =
      (own?.find(specifier, folder) as Module | undefined) ??
      (await (isOurs(wanted, folder) ? kernels : here)(wanted, attributes));
    return pickExports(module, specifier, names);
  };
}

/** `require` of a notebook in `folder`, with the same search as its import. */
export function createNotebookRequire(folder: string, own?: NotebookModules): NodeJS.Require {
  const here = createRequire(join(folder, "notebook.ts"));
  const kernels = createRequire(join(kernelFolder, "package.json"));
  const choose = (specifier: string): NodeJS.Require => (isOurs(specifier, folder) ? kernels : here);
  const resolve = (specifier: string, options?: { paths?: string[] }): string =>
    choose(specifier).resolve(specifier, options);
  const load = (specifier: string): unknown => own?.find(specifier, folder) ?? choose(specifier)(specifier);
  return Object.assign(load, {
    cache: here.cache,
    main: here.main,
    extensions: here.extensions,
    resolve: Object.assign(resolve, { paths: here.resolve.paths }),
  }) as NodeJS.Require;
}

/** Whether a specifier is looked for beside the kernel and not beside the notebook. */
function isOurs(specifier: string, folder: string): boolean {
  if (/^\.{0,2}\/|^#|^[a-z][a-z+.-]*:/i.test(specifier) || isBuiltin(specifier)) return false;
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  if (name === "@vitrine/kernel") return true;
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, "node_modules", name, "package.json"))) return false;
    if (dirname(at) === at) return true;
  }
}

/** Imports as a module that lies in `folder` would. */
function loaderIn(folder: string): Load {
  const plain = scriptIn(folder, "(specifier) => import(specifier)");
  let attributed: Load | undefined;
  return (specifier, attributes) => {
    if (attributes === undefined) return plain(specifier, undefined);
    attributed ??= scriptIn(folder, "(specifier, attributes) => import(specifier, { with: attributes })");
    return attributed(specifier, attributes);
  };
}

function scriptIn(folder: string, code: string): Load {
  const script = new Script(code, {
    filename: join(folder, "notebook.ts"),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const load = script.runInThisContext() as Load;
  return (specifier, attributes) => unwarned(() => load(specifier, attributes));
}

/** Node says of some parts that they are experimental; that is no news to the user of a notebook. */
function unwarned<T>(work: () => T): T {
  const before = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return work();
  } finally {
    process.emitWarning = before;
  }
}
