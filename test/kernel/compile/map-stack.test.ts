import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { CellCompiler, mapStack } from "../../../kernel/src/compile/index.js";
import { Repl, strippers } from "./repl.js";

/** What the user reads of the error that the last cell throws. */
async function stackOf(session: Repl, ...sources: string[]): Promise<string[]> {
  try {
    await session.all(...sources);
  } catch (error) {
    return (error as Error)
      .stack!.split(/\n(?=[A-Z]|\s+at )/)
      .filter((line) => !/test\/kernel\/compile|vitest/.test(line));
  }
  throw new Error("nothing was thrown");
}

describe.each(strippers)("%s", (_, stripper) => {
  test("places are those of the cells as typed", async () => {
    const first =
      "interface Point {\n  x: number;\n}\nfunction fail(p: Point | null): number {\n  return (p as Point).x;\n}";
    const second = `import { sep } from "node:path";\nconst a: string = sep;   const b = fail(null);`;
    expect(await stackOf(new Repl(stripper), first, second)).toEqual([
      "TypeError: Cannot read properties of null (reading 'x')",
      "    at fail (cell-1.ts:5:23)\n          return (p as Point).x;\n                              ^",
      "    at cell-2.ts:2:36",
    ]);
  });

  test.each([
    ["throw new Error('e')", 1, 7],
    ["  const ö = '𝔸';  throw new Error('e')", 1, 26],
    ["let x: any = 1 as any; x.y.z", 1, 28],
    ["{ a: 1, b: (null as any).c }", 1, 26],
    ["{\n  a: 1,\n  b: (null as any).c\n}", 3, 20],
    ["export const a: number = (null as any).c", 1, 40],
    ["class A { constructor(private x: any) { this.x.y() } } new A({})", 1, 48],
    ["enum E { A = 1 }\r\n\r\nnull!.x", 3, 7],
    ["for await (const a of [1]) {\n  (null as any).at(a);\n}", 2, 17],
    ["function later(): never {\n  throw new Error('e');\n}\nawait Promise.resolve(); later()", 2, 9],
  ])("%j fails at %i:%i", async (source, line, column) => {
    const frames = (await stackOf(new Repl(stripper), source)).slice(1);
    expect(frames[0]).toMatch(new RegExp(String.raw`cell-1\.ts:${line}:${column}\)?(?:\n|$)`));
  });
});

test("a function that moved to the cell's start keeps its place", async () => {
  const frames = await stackOf(
    new Repl(strippers[0]![1]),
    "let f = 1",
    "1;\n\nfunction f() {\n  null!.x;\n}\nf()",
  );
  expect(frames.slice(1)).toEqual([
    "    at f (cell-2.ts:4:9)\n          null!.x;\n                ^",
    "    at cell-2.ts:6:1",
  ]);
});

const cells = new Map([["cell-1.ts", new CellCompiler().compile("const a = 1;\nf(a);", 1)]]);
const kernel = new URL("../../../kernel/", import.meta.url);

test("frames of cells first, of Node and of the kernel not at all", () => {
  const stack = [
    "Error: two",
    "lines",
    "    at deep (/lib/dist/deep.js:3:4)",
    "    at node:internal/process/task_queues:95:5",
    `    at run (${new URL("dist/session/session.js", kernel).href}:1:2)`,
    `    at run (${new URL("src/session/session.ts", kernel).pathname}:1:2)`,
    "    at async Promise.all (index 0)",
    "    at new Promise (<anonymous>)",
    "    at async cell-1.ts:2:1",
    "    at Object.cell (/work ö/cell-1.ts:2:1)",
    "    at cell-9.ts:4:4",
    "  [cause]: Error: inner",
    "      at other (file:///lib/x.js:1:1)",
    "      at cell-1.ts:2:1",
  ];
  expect(mapStack(stack.join("\n"), cells)).toEqual([
    "Error: two",
    "lines",
    "    at async cell-1.ts:2:1\n        f(a);\n        ^",
    "    at cell-9.ts:4:4",
    "    at deep (/lib/dist/deep.js:3:4)",
    "    at async Promise.all (index 0)",
    "    at Object.cell (/work ö/cell-1.ts:2:1)",
    "  [cause]: Error: inner",
    "      at cell-1.ts:2:1",
    "      at other (file:///lib/x.js:1:1)",
  ]);
});

test("an error without frames stays as it is", () => {
  expect(mapStack("Error: at cell-1.ts:1:1 nothing", cells)).toEqual(["Error: at cell-1.ts:1:1 nothing"]);
  expect(mapStack("", cells)).toEqual([""]);
});

test("user code in a folder whose name only begins like the kernel's stays", () => {
  const line = `    at mine (${pathToFileURL(new URL("../kernel-of-mine/x.js", kernel).pathname).href}:1:2)`;
  expect(mapStack(line, cells)).toEqual([line]);
});
