import { describe, expect, test } from "vitest";
import { CellCompiler } from "../../../../kernel/src/compile/index.js";
import { BreakPlaces } from "../../../../kernel/src/front/debug/break-places.js";

const places = (source: string): BreakPlaces => new BreakPlaces(new CellCompiler().compile(source, 1));

describe("a breakpoint on a line stops at", () => {
  const source = [
    "// a comment", // 1
    "interface Point { x: number }", // 2
    "function length(p: Point): number {", // 3
    "", // 4
    "  const far: boolean =", // 5
    "    p.x > 10;", // 6
    "  let later: number;", // 7
    "  if (far) {", // 8
    "    later = 1;", // 9
    "  } else later = 2;", // 10
    "  return later;", // 11
    "}", // 12
    "const square = (v: number) => v * v;", // 13
    "class Box { size(): number {", // 14
    "  return 1;", // 15
    "} }", // 16
    "enum Kind { A, B }", // 17
    "square(length({ x: 3 } as Point));", // 18
  ].join("\n");
  const found = places(source);

  test.each([
    [1, 5],
    [3, 5],
    [5, 5],
    [6, 8],
    [7, 8],
    [9, 9],
    [10, 10],
    [12, 13],
    [14, 15],
    [15, 15],
    [18, 18],
  ])("line %i: line %i", (asked, line) => {
    expect(found.onLine(asked)?.line).toBe(line);
  });

  test("nothing behind the last statement", () => {
    expect(found.onLine(19)).toBeUndefined();
  });

  test("each place leads back to where it was typed", () => {
    for (const { line, column, at } of found.between(1, 18))
      expect(found.typed(at)).toEqual({ line, column });
    expect(found.between(13, 13).map(({ column }) => column)).toEqual([1, 31]);
  });
});

test("code that the compiler added was typed nowhere", () => {
  expect(places("1").typed({ lineNumber: 0, columnNumber: 0 })).toBeUndefined();
});

test("a cell that an engine compiles by itself has no places", () => {
  const map = {
    version: 3 as const,
    sources: ["a"],
    sourcesContent: ["let a: number"],
    names: [],
    mappings: "",
  };
  expect(new BreakPlaces({ code: "let a: number", map }).onLine(1)).toBeUndefined();
});
