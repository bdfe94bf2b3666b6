import { expect, test } from "vitest";
import { importsIn, namesIn } from "../../../kernel/src/language/local-names.js";

test("names in code that is not finished", () => {
  const code =
    "const a = 1; let { b, c: d, ...e } = f; var [g, h] = i; function* j() { class K { enum L; interface M {} type N =";
  expect(namesIn(code).sort()).toEqual(["K", "L", "M", "N", "a", "b", "d", "e", "g", "h", "j"].sort());
  expect(namesIn("import p, { q as r } from 'm'")).toEqual(["p", "r"]);
  expect(namesIn("")).toEqual([]);
});

test("imports of both sorts", () => {
  const code = `import a, { type b, c as d } from 'x' with { type: "json" };
import * as e from "y"
import "z"; const { f, g: h } = await import("w"); const i = await import('v'); const { j,`;
  expect(Object.fromEntries(importsIn(code))).toEqual({
    a: { specifier: "x", exported: "default" },
    b: { specifier: "x", exported: "b" },
    d: { specifier: "x", exported: "c" },
    e: { specifier: "y", exported: "*" },
    f: { specifier: "w", exported: "f" },
    h: { specifier: "w", exported: "g" },
    i: { specifier: "v", exported: "*" },
  });
});
