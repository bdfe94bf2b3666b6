import { expect, test } from "vitest";
import { numbersOf, selectRows, table, wordsOf } from "vitrine";

const micrographs = table("micrographs", {
  name: ["a.mrc", "b.mrc", "c.mrc"],
  defocusA: Float64Array.of(9000, 12000, 15000),
});

test("columns are as long as one another", () => {
  expect(micrographs.rowCount).toBe(3);
  expect(table("none", {}).rowCount).toBe(0);
  expect(() => table("odd", { a: ["1"], b: Float64Array.of(1, 2) })).toThrow(
    "odd: b: got 2 rows, wanted 1, as a has",
  );
});

test("a column is asked for as numbers or as words, and missed by name", () => {
  expect(numbersOf(micrographs, "defocusA")).toBe(micrographs.columns["defocusA"]);
  expect(wordsOf(micrographs, "name")).toEqual(["a.mrc", "b.mrc", "c.mrc"]);
  expect(wordsOf(micrographs, "defocusA")).toEqual(["9000", "12000", "15000"]);
  expect(() => numbersOf(micrographs, "name")).toThrow("got words: a.mrc");
  expect(() => numbersOf(micrographs, "defocusV")).toThrow("wanted one of name, defocusA");
  expect(() => wordsOf(micrographs, "toString")).toThrow("no such column");
});

test("rows are selected in the order asked for, also none and one twice", () => {
  expect(selectRows(micrographs, [2, 0, 2])).toEqual(
    table("micrographs", {
      name: ["c.mrc", "a.mrc", "c.mrc"],
      defocusA: Float64Array.of(15000, 9000, 15000),
    }),
  );
  expect(selectRows(micrographs, []).rowCount).toBe(0);
  expect(() => selectRows(micrographs, [3])).toThrow("row: got 3, wanted 0 to 2");
  expect(() => selectRows(micrographs, [0.5])).toThrow("got 0.5");
});
