import { expect, test } from "vitest";
import { CellScope, cellModule } from "../../../../kernel/src/language/server/cell-scope.js";

function scope(): CellScope {
  const cells = new CellScope();
  cells.add(
    "./one.js",
    new Map([
      ["a", "variable"],
      ["f", "import"],
      ["g", "import"],
    ] as const),
    new Map(),
  );
  cells.add(
    "./two.js",
    new Map([["b", "variable"]] as const),
    new Map([["b", { type: "number", documentation: "In Å." }]]),
  );
  return cells;
}

test("a cell is given what it uses, and no more", () => {
  expect(scope().header("1 + 1", new Set())).toBe("export {};");
  expect(scope().header("f(g(1))", new Set())).toBe('export {}; import { f, g } from "./one.js";');
  expect(scope().header("a", new Set())).toBe('export {}; declare let a: typeof import("./one.js").a;');
});

test("a type that can be written down stands for its cell", () => {
  expect(scope().header("b++", new Set())).toBe("export {}; declare let /** In Å. */ b: number;");
});

test("a name of its own is its own", () => {
  expect(scope().header("let a = b", new Set(["a"]))).toBe("export {}; declare let /** In Å. */ b: number;");
});

test("names that begin as the word being typed does are there too, the newest of many", () => {
  const many = scope();
  for (let i = 0; i < 50; i++)
    many.add("./m.js", new Map([[`m${i}`, "variable"]]), new Map([[`m${i}`, { type: "1" }]]));
  const header = many.header("m", new Set(), "m");
  expect(header.match(/declare let/g)).toHaveLength(20);
  expect(header).toContain("m49");
  expect(many.beginning("m4")).toEqual([
    "m49",
    "m48",
    "m47",
    "m46",
    "m45",
    "m44",
    "m43",
    "m42",
    "m41",
    "m40",
    "m4",
  ]);
});

test("the last declaration counts", () => {
  const cells = scope();
  cells.add("./three.js", new Map([["a", "import"]]), new Map());
  expect(cells.header("a", new Set())).toBe('export {}; import { a } from "./three.js";');
  expect(cells.has("a") && !cells.has("z")).toBe(true);
});

test("a module gives all names away once, each line where it was", () => {
  const text = cellModule("export {};", "export const a = 1;\n  export type B = 1;\nlet c", ["a", "B", "c"]);
  expect(text).toBe("export {};\n       const a = 1;\n         type B = 1;\nlet c\nexport { a, B, c };\n");
  expect(cellModule("", "export { x } from 'y';\nexport type { Z } from 'y'", [])).toContain(
    "export type { Z }",
  );
});
