import fs from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transformSync } from "oxc-transform";

/**
 * Lets plain Node load the tests' TypeScript: `./row.js` finds `row.ts`, and types are stripped. The packages themselves are
 * loaded as they were built, so what is measured is what users run.
 */
export async function resolve(specifier, context, next) {
  if (!/^\.{1,2}\/.*\.js$/.test(specifier) || !context.parentURL?.endsWith(".ts"))
    return next(specifier, context);
  return next(specifier.replace(/\.js$/, ".ts"), context);
}

export async function load(url, context, next) {
  if (!url.startsWith("file:") || !url.endsWith(".ts")) return next(url, context);
  const file = fileURLToPath(url);
  const { code, errors } = transformSync(file, await fs.readFile(file, "utf8"), { sourcemap: false });
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0].message}`);
  return { format: "module", source: code, shortCircuit: true };
}
