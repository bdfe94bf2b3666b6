import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Path of TypeScript's native compiler, which is also its language server. Each platform has a package of its own.
 * @throws Error if there is none for this platform, or it was not installed
 */
export function serverExecutable(): string {
  const compiler = createRequire(import.meta.url).resolve("typescript7/package.json");
  const platform = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
  const name = process.platform === "win32" ? "tsc.exe" : "tsc";
  return join(dirname(createRequire(compiler).resolve(platform)), "lib", name);
}
