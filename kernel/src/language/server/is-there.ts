import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Whether there is a file, or a package, of the name that a module in `folder` imports. */
export function isThere(specifier: string, folder: string): boolean {
  if (/^\.{0,2}\//.test(specifier)) return existsSync(resolve(folder, specifier));
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, "node_modules", name))) return true;
    if (dirname(at) === at) return false;
  }
}
