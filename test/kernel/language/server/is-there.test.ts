import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isThere } from "../../../../kernel/src/language/server/is-there.js";
import { temporaryFolder } from "../../../support/temporary.js";

test("files beside the notebook and packages at or above it are there", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "node_modules/@a/b"), { recursive: true });
  mkdirSync(join(folder, "inner"));
  writeFileSync(join(folder, "x.js"), "");
  for (const specifier of ["../x.js", "@a/b", "@a/b/c"])
    expect(isThere(specifier, join(folder, "inner"))).toBe(true);
  for (const specifier of ["./x.js", "@a/c", "b"])
    expect(isThere(specifier, join(folder, "inner"))).toBe(false);
});
