import { Module } from "node:module";
import { expect, test } from "vitest";
import { moduleCode } from "../../../kernel/src/session/module-code.js";

/** The exports of a module's code. */
function run(source: string, path = "/books/a.ts"): unknown {
  const module = new Module(path);
  (module as unknown as { _compile(code: string, path: string): void })._compile(
    moduleCode(source, path),
    path,
  );
  return module.exports;
}

test("types go, exports and imports stay", () => {
  const source =
    "import { join, type ParsedPath } from 'node:path';\nexport const at: string = join('a', 'b');\nexport default 3;\nexport enum E { A = 1 }\nexport interface I { p: ParsedPath }";
  expect(run(source)).toMatchObject({ at: "a/b", default: 3, E: { A: 1 } });
});

test("an export that changes is seen by who imports it", () => {
  const seen = run("export let n = 0; export const raise = () => { n++ };") as { n: number; raise(): void };
  seen.raise();
  expect(seen.n).toBe(1);
});

test("lines stay where they are", () => {
  const source = "interface A {\n  a: number;\n}\n\nthrow new Error('line five');";
  expect(() => run(source)).toThrow(
    expect.objectContaining({ stack: expect.stringContaining("a.ts:5:") as string }) as Error,
  );
});

test("JSX calls what its comment names", () => {
  const source = "/** @jsx h */\nconst h = (...all: unknown[]) => all; export const made = <b c={1}>x</b>;";
  expect(run(source, "/books/a.tsx")).toEqual({ made: ["b", { c: 1 }, "x"] });
  expect(moduleCode("export default <b/>", "a.tsx")).toContain("React.createElement");
  expect(run("export const made = <string>'not an element'", "/books/b.ts")).toEqual({
    made: "not an element",
  });
});

test("a mistake is a syntax error", () => {
  expect(() => moduleCode("export const = 1", "a.ts")).toThrow(SyntaxError);
});
