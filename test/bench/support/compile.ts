import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { benchFolder, ownFolder } from "./folders.js";

/** For any machine of its kind, as packages are built. */
const flags = ["-O3", "-pthread"];
const known = new Map<string, string | undefined>();

/** Compiles a peer in C by the system's compiler, once per run; `undefined` where there is none or a library is missing. */
export function compiled(source: string, libraries: readonly string[] = []): string | undefined {
  if (known.has(source)) return known.get(source);
  mkdirSync(ownFolder, { recursive: true });
  const output = join(ownFolder, basename(source, ".c"));
  const linked = [...libraries, "m"].map((library) => `-l${library}`);
  const words = [...flags, join(benchFolder, source), "-o", output, ...linked];
  const { status } = spawnSync("cc", words, { stdio: "ignore" });
  known.set(source, status === 0 ? output : undefined);
  return known.get(source);
}
