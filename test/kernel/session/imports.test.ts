import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createImport, createNotebookRequire } from "../../../kernel/src/session/imports.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = join(temporaryFolder(), "books ö");
mkdirSync(join(folder, "node_modules/mine"), { recursive: true });
writeFileSync(
  join(folder, "node_modules/mine/package.json"),
  '{"name":"mine","exports":{"require":"./r.cjs"}}',
);
writeFileSync(join(folder, "node_modules/mine/r.cjs"), "module.exports = { way: 'require' };");
const notebookRequire = createNotebookRequire(folder);

test("require: the notebook's own package, the kernel's, Node's", () => {
  expect(notebookRequire("mine")).toEqual({ way: "require" });
  expect(notebookRequire.resolve("zeromq")).toContain("node_modules");
  expect(notebookRequire("path")).toBe(notebookRequire("node:path"));
  expect(() => notebookRequire("no-such-package") as unknown).toThrow(/no-such-package/);
});

test("import is a function of the folder", () => {
  expect(typeof createImport(folder)).toBe("function");
});
