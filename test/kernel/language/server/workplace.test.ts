import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { compilerOptions, globalsText } from "../../../../kernel/src/language/server/project.js";
import { fileAddress, makeWorkplace } from "../../../../kernel/src/language/server/workplace.js";
import { temporaryFolder } from "../../../support/temporary.js";

/** The private folder: the one around it all. */
function topOf(names: string): string {
  return dirname(names);
}

test("it is its owner's alone, and goes", () => {
  const place = makeWorkplace(temporaryFolder());
  expect(statSync(topOf(place.names)).mode & 0o777).toBe(0o700);
  place.remove();
  expect(existsSync(topOf(place.names))).toBe(false);
});

test("packages are found beside the notebook, and what is installed later after a new look", () => {
  const folder = realpathSync(temporaryFolder());
  const notes = join(folder, "notes ö");
  mkdirSync(join(folder, "node_modules/a"), { recursive: true });
  mkdirSync(notes);
  const place = makeWorkplace(notes);
  onTestFinished(() => place.remove());
  expect(place.cells.endsWith(notes)).toBe(true);
  expect(existsSync(join(place.cells, "../node_modules/a"))).toBe(true);
  expect(existsSync(join(place.cells, "node_modules"))).toBe(false);
  mkdirSync(join(notes, "node_modules/b"), { recursive: true });
  place.relink();
  place.relink();
  expect(existsSync(join(place.cells, "node_modules/b"))).toBe(true);
});

test("removing it leaves the packages that it links to alone", () => {
  const folder = realpathSync(temporaryFolder());
  mkdirSync(join(folder, "node_modules/a"), { recursive: true });
  const place = makeWorkplace(folder);
  expect(lstatSync(join(place.cells, "node_modules")).isSymbolicLink()).toBe(true);
  place.remove();
  expect(existsSync(join(folder, "node_modules/a"))).toBe(true);
});

test("the folder of a kernel that died goes with the next start, that of a living one stays", () => {
  const living = makeWorkplace(temporaryFolder());
  onTestFinished(() => living.remove());
  const home = dirname(topOf(living.names));
  const { pid } = spawnSync(process.execPath, ["-e", "0"]);
  const dead = join(home, `vitrine-types-${hostname().replace(/[^\w-]/g, "")}-${pid}-abcdef`);
  mkdirSync(join(dead, "inner"), { recursive: true });
  makeWorkplace(temporaryFolder()).remove();
  expect(existsSync(dead)).toBe(false);
  expect(existsSync(living.cells)).toBe(true);
});

test("the project is written out, with what every cell has", () => {
  const place = makeWorkplace(temporaryFolder());
  onTestFinished(() => place.remove());
  const project = JSON.parse(readFileSync(join(topOf(place.names), "tsconfig.json"), "utf8")) as object;
  expect(project).toMatchObject({ compilerOptions: { ...compilerOptions } });
  expect(readdirSync(place.cells)).toEqual(["vitrine-cell.ts", "vitrine-globals.d.ts"]);
  for (const name of ["display", "cell", "comm", "interact", "prompt"])
    expect(globalsText()).toContain(` ${name}`);
});

test("an address is what the server calls a file", () => {
  expect(fileAddress("/a ö", "b.ts")).toBe("file:///a%20%C3%B6/b.ts");
});
