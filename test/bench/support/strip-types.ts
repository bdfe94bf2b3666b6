import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { transformSync } from "oxc-transform";
import { benchFolder, ownFolder } from "./folders.js";

let stripped: string | undefined;

/** Writes the benchmarks' TypeScript as JavaScript, once per run, and says where. */
export function stripTypes(): string {
  if (stripped !== undefined) return stripped;
  const folder = join(ownFolder, "js");
  for (const name of readdirSync(benchFolder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts")) continue;
    const { code, errors } = transformSync(name, readFileSync(join(benchFolder, name), "utf8"), {});
    if (errors.length > 0) throw new SyntaxError(`${name}: ${errors[0]!.message}`);
    const file = join(folder, name.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
  }
  return (stripped = folder);
}
