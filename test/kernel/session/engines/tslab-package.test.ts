import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { loadTslab, replaceTslabApi } from "../../../../kernel/src/session/engines/tslab-package.js";
import { root } from "../../../support/kernel-path.js";
import { temporaryFolder } from "../../../support/temporary.js";

const installed = dirname(createRequire(import.meta.url).resolve("tslab/package.json"));

/** tslab as npm lays it out where nothing else is installed: all that it needs beside it, none of it inside. */
function flatTree(): string {
  const modules = join(temporaryFolder(), "node_modules");
  mkdirSync(join(modules, "@types"), { recursive: true });
  cpSync(join(installed, "dist"), join(modules, "tslab", "dist"), { recursive: true });
  cpSync(join(installed, "package.json"), join(modules, "tslab", "package.json"));
  const inside = join(installed, "node_modules");
  for (const name of ["node", "other"]) {
    const folder = join(modules, "@types", name);
    cpSync(join(inside, "@types", "node"), folder, { recursive: true });
  }
  for (const name of readdirSync(inside))
    if (name !== "@types") symlinkSync(join(inside, name), join(modules, name));
  const outside = dirname(installed);
  for (const name of ["@tslab", "semver"]) symlinkSync(join(outside, name), join(modules, name));
  return modules;
}

/** What the compiler finds in a cell of a notebook in `folder`. */
function findingsIn(folder: string, from: string, code: string): unknown {
  const tslab = loadTslab([from]);
  const home = process.cwd();
  process.chdir(folder);
  try {
    const converter = tslab.createConverter();
    const { diagnostics } = converter.convert("", code) as { readonly diagnostics: unknown };
    converter.close();
    return diagnostics;
  } finally {
    process.chdir(home);
  }
}

const nodes = "console.log(process.pid); import * as fs from 'fs'; setTimeout(() => fs, 1)";

test("Node's names are known where npm put their declarations beside tslab, not inside", () => {
  expect(findingsIn(temporaryFolder(), dirname(flatTree()), nodes)).toEqual([]);
}, 60_000);

test("Node's names are known to a notebook with declarations of its own", () => {
  expect(findingsIn(join(root, "notebooks"), installed, nodes)).toEqual([]);
}, 60_000);

test("tslab that is missing is told with the line that installs it", () => {
  const nowhere = temporaryFolder();
  expect(() => loadTslab([nowhere])).toThrow(/not installed.*npm install tslab@1\.0\.22$/);
  expect(() => loadTslab([])).toThrow(/npm install tslab@/);
});

test("what cells import as tslab can be replaced", () => {
  const api = { display: {} };
  replaceTslabApi([installed], api);
  expect(createRequire(import.meta.url)("tslab")).toBe(api);
});
