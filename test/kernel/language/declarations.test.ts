import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findDeclaration } from "../../../kernel/src/language/declarations.js";
import { resolveTypes } from "../../../kernel/src/language/resolve-types.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "types ö "));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe("the file of a module's types", () => {
  test.each<[string, object, string, string]>([
    ["types", { types: "t.d.ts" }, "p", "t.d.ts"],
    ["typings without an end", { typings: "./t" }, "p", "t.d.ts"],
    ["beside main", { main: "lib/m.js" }, "p", "lib/m.d.ts"],
    ["index", {}, "p", "index.d.ts"],
    ["a folder", {}, "p/sub", "sub/index.d.ts"],
    ["exports of one file", { exports: "./e.js" }, "p", "e.d.ts"],
    ["conditions", { exports: { import: { types: "./e.d.mts" }, default: "./x.js" } }, "p", "e.d.mts"],
    ["a path", { exports: { "./a": { types: "./t.d.ts" } } }, "p/a", "t.d.ts"],
    ["a pattern", { exports: { "./*": "./lib/*.js" } }, "p/m", "lib/m.d.ts"],
    ["forbidden, but there", { exports: { "./n": null } }, "p/t", "t.d.ts"],
  ])("%s", (_, manifest, specifier, wanted) => {
    write({ "node_modules/p/package.json": JSON.stringify(manifest), [`node_modules/p/${wanted}`]: "" });
    mkdirSync(join(folder, "a/b"), { recursive: true });
    expect(resolveTypes(specifier, join(folder, "a/b"))).toBe(join(folder, "node_modules/p", wanted));
  });

  test("of packages that leave their types to others", () => {
    write({
      "node_modules/@types/s__p/package.json": "{}",
      "node_modules/@types/s__p/index.d.ts": "",
      "node_modules/@s/p/package.json": `{"main": "x.js"}`,
    });
    expect(resolveTypes("@s/p", folder)).toBe(join(folder, "node_modules/@types/s__p/index.d.ts"));
  });

  test.each(["./m", "./m.js", "./m.ts", "/abs", "file:"])("of a path, %s", (specifier) => {
    write({ "m.ts": "" });
    const file = join(folder, "m.ts");
    const asked =
      specifier === "/abs" ? file : specifier === "file:" ? `file://${encodeURI(file)}` : specifier;
    expect(resolveTypes(asked, folder)).toBe(file);
  });

  test.each(["nowhere-at-all", "./nowhere", "https://x/y.js", "", "@", ".."])("%j has none", (specifier) => {
    expect(resolveTypes(specifier, folder)).toBeUndefined();
  });
});

describe("a declaration", () => {
  test("behind renames, stars, defaults and loops", () => {
    write({
      "index.d.ts": `export * from "./index.js";\nexport { b as c } from "./b.js";\nimport { b } from "./b.js";\nexport { b as d };\nexport { default } from "./b.js";`,
      "b.d.ts": `/** Words. */\ndeclare function a(): void;\nexport { a as b };\nexport default a;`,
    });
    for (const exported of ["c", "d", "default"])
      expect(findDeclaration({ specifier: "./index.js", exported }, folder)).toEqual({
        signature: "function a(): void",
        comment: " Words. ",
      });
    expect(findDeclaration({ specifier: "./index.js", exported: "a" }, folder)).toBeUndefined();
  });

  test("a comment that belongs to something else is not taken", () => {
    write({
      "m.d.ts": `/** Of a. */\nexport declare const a: 1;\nexport declare const b: 2;\n/* plain */\nexport declare const c: 3;`,
    });
    expect(findDeclaration({ specifier: "./m", exported: "b" }, folder)).toEqual({
      signature: "const b: 2",
      comment: "",
    });
    expect(findDeclaration({ specifier: "./m", exported: "c" }, folder)?.comment).toBe("");
  });

  test("a name that only begins alike is another", () => {
    write({ "m.d.ts": `export declare const ab: 1;\nexport declare const a$: 2;` });
    expect(findDeclaration({ specifier: "./m", exported: "a" }, folder)).toBeUndefined();
    expect(findDeclaration({ specifier: "./m", exported: "a$" }, folder)?.signature).toBe("const a$: 2");
  });
});
