import { existsSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.js";
import { plant, root, start, type Ended } from "../support/workspace.js";

const step = join(root, "test", "setup", "fixtures", "step.mjs");
const packageFiles = {
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      composite: true,
      rootDir: "src",
      outDir: "dist",
      module: "NodeNext",
      strict: true,
      types: [],
    },
    include: ["src"],
  }),
  "package.json": "{}",
  "src/index.ts": "export const one: number = 1;\n",
};

const folder = temporaryFolder();

/** A clone in small: three packages of one file each. */
function smallClone(place: string): string {
  for (const name of ["lib", "kernel", "widgets"]) plant(join(place, name), packageFiles);
  symlinkSync(join(root, "node_modules"), join(place, "node_modules"));
  return place;
}

function build(place: string): Promise<Ended> {
  return start([process.execPath, step, join(root, "setup"), "build", place], { cwd: place }).ended;
}

test("sources are compiled when they changed, and what a lost source became goes", async () => {
  const place = smallClone(folder);
  plant(join(place, "lib"), { "src/short-lived.ts": "export const gone: number = 1;\n" });
  expect((await build(place)).out).toMatch(/worked/);
  expect((await build(place)).out.trim()).toBe("nothing to do");
  expect(existsSync(join(place, "lib", "dist", "short-lived.js"))).toBe(true);

  rmSync(join(place, "lib", "src", "short-lived.ts"));
  expect((await build(place)).out).toMatch(/worked/);
  expect(existsSync(join(place, "lib", "dist", "short-lived.js"))).toBe(false);
  expect(existsSync(join(place, "lib", "dist", "index.js"))).toBe(true);

  rmSync(join(place, "kernel", "dist"), { recursive: true });
  expect((await build(place)).out).toMatch(/worked/);
  expect(existsSync(join(place, "kernel", "dist", "index.js"))).toBe(true);

  plant(join(place, "widgets"), { "src/index.ts": "export const one: number = 'one';\n" });
  const { code, error } = await build(place);
  expect(code).toBe(1);
  expect(error).toMatch(
    /^The sources do not compile: mend widgets\/src\/index\.ts\(1,14\): error TS2322: .*\n$/,
  );
  plant(join(place, "widgets"), packageFiles);
  expect((await build(place)).code).toBe(0);
}, 120_000);
