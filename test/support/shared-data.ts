import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";

/** Folder of public data beside the repository; absent from a fresh clone. */
const folder = join(import.meta.dirname, "../../../shared/data/files");

/** Path of a shared data file, undefined where the data are not there. */
export function sharedData(path: string): string | undefined {
  const full = join(folder, path);
  return existsSync(full) ? full : undefined;
}

/** A test on real files; without them it is reported as skipped, with the name of what is missing. */
export function realDataTest(
  name: string,
  paths: readonly string[],
  run: (...files: string[]) => Promise<void>,
): void {
  const files = paths.map(sharedData);
  const missing = paths.filter((_, i) => files[i] === undefined);
  if (missing.length > 0) test.skip(`${name} (skipped: no ${missing.join(", ")} in ../shared/data)`);
  else test(name, () => run(...(files as string[])));
}
