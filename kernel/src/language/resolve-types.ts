import { existsSync, readFileSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The file that declares the types of a module, or the module itself if it is TypeScript.
 * Packages are looked for from `folder` upwards, then from the kernel upwards.
 */
export function resolveTypes(specifier: string, folder: string): string | undefined {
  if (specifier.startsWith("file:")) return typedFile(fileURLToPath(specifier));
  if (/^(?:\.{0,2}\/|[A-Za-z]:[\\/])/.test(specifier)) return typedFile(resolve(folder, specifier));
  if (isBuiltin(specifier)) return resolveTypes(`@types/node/${specifier.replace("node:", "")}`, folder);
  const [, name, subpath = ""] = /^(@[^/]+\/[^/]+|[^@/:][^/:]*)(\/.*)?$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  for (const start of [folder, import.meta.dirname])
    for (const parent of upwards(start)) {
      const root = join(parent, "node_modules", name);
      const typed = join(parent, "node_modules/@types", name.replace(/^@(.*)\//, "$1__"));
      for (const place of [root, typed]) {
        const file = inPackage(place, subpath);
        if (file !== undefined) return file;
      }
    }
  return undefined;
}

function inPackage(root: string, subpath: string): string | undefined {
  const manifest = join(root, "package.json");
  if (!existsSync(manifest)) return undefined;
  const { exports, types, typings, main } = JSON.parse(readFileSync(manifest, "utf8")) as Manifest;
  const target = types ?? typings ?? main ?? "index.js";
  const from = exports === undefined ? undefined : exported(exports, `.${subpath}`);
  const plain = subpath === "" ? target : `.${subpath}`;
  return typedFile(join(root, from ?? plain)) ?? typedFile(join(root, plain));
}

interface Manifest {
  readonly exports?: Conditions;
  readonly types?: string;
  readonly typings?: string;
  readonly main?: string;
}

type Conditions = string | null | { readonly [condition: string]: Conditions };

/** The path that the `exports` of a package.json gives to `./subpath`. */
function exported(exports: Conditions, subpath: string): string | undefined {
  if (exports === null || typeof exports === "string")
    return subpath === "." ? (exports ?? undefined) : undefined;
  const paths = Object.keys(exports).some((key) => key.startsWith("."));
  if (!paths) return subpath === "." ? condition(exports) : undefined;
  if (subpath in exports) return condition(exports[subpath]!);
  for (const [key, value] of Object.entries(exports)) {
    const [head, tail] = key.split("*");
    if (tail === undefined || !subpath.startsWith(head!) || !subpath.endsWith(tail)) continue;
    return condition(value)?.replaceAll("*", subpath.slice(head!.length, subpath.length - tail.length));
  }
  return undefined;
}

function condition(value: Conditions): string | undefined {
  if (typeof value === "string") return value;
  for (const name of ["types", "import", "node", "default", "require"]) {
    const inner = value?.[name];
    const found = inner === undefined ? undefined : condition(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The declarations that belong to a path: the file beside it that ends in `.d.ts`, or a TypeScript source. */
function typedFile(path: string): string | undefined {
  const stem = path.replace(/\.([cm]?)[jt]s$/, "").replace(/\.d$/, "");
  const ends = [".d.ts", ".d.mts", ".d.cts", ".ts", ".mts", "/index.d.ts", "/index.ts"];
  return [path, ...ends.map((end) => stem + end)].find((file) => /\.[cm]?ts$/.test(file) && isFile(file));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function upwards(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
}
