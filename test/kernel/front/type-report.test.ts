import { expect, test } from "vitest";
import { typeReport } from "../../../kernel/src/front/type-report.js";

test("a finding is its place, its number, its words, the line and a mark", () => {
  const found = { line: 2, column: 4, code: 2322, message: "not that" };
  expect(typeReport([found], "let a\n\t\t x = 1", "cell 3")).toEqual([
    "cell 3:2:4 - TS2322: not that\n  \t\t x = 1\n  \t\t ^",
  ]);
});

test("of many findings the first are told, the others counted", () => {
  const many = Array.from({ length: 12 }, (_, i) => ({ line: 1, column: i + 1, code: 1, message: "m" }));
  const lines = typeReport(many, "abc", "cell 1");
  expect(lines).toHaveLength(9);
  expect(lines.at(-1)).toBe("… and 4 more");
  expect(typeReport([], "abc", "cell 1")).toEqual([]);
});

test("a place behind the text does no harm", () => {
  expect(typeReport([{ line: 5, column: 2, code: 1, message: "m" }], "a", "cell 1")[0]).toContain(
    "5:2 - TS1: m",
  );
});
