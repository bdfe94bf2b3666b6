import { expect, test } from "vitest";
import { CellSyntaxError, codeFrame } from "../../../kernel/src/compile/syntax-error.js";

test.each([
  ["abc", 0, 1, 1],
  ["abc", 3, 1, 4],
  ["a\nbc", 2, 2, 1],
  ["a\r\nbc", 4, 2, 2],
  ["a\rb\u2028c", 4, 3, 1],
  ["", 0, 1, 1],
])("%j at %i is line %i, column %i", (source, offset, line, column) => {
  expect(new CellSyntaxError("m", source, "cell-1.ts", { offset })).toMatchObject({
    name: "SyntaxError",
    message: "m",
    line,
    column,
  });
});

test("the caret stands below the place, behind tabs too", () => {
  expect(codeFrame("a\n\tö = = 1", "cell-2.ts", 2, 6)).toBe("cell-2.ts:2:6\n  \tö = = 1\n  \t    ^");
});

test("of a very long line the part around the place is shown", () => {
  const frame = codeFrame("x".repeat(5000) + "!" + "y".repeat(5000), "c.ts", 1, 5001).split("\n");
  expect(frame[1]!.length).toBeLessThan(200);
  expect(frame[1]![frame[2]!.indexOf("^")]).toBe("!");
});
