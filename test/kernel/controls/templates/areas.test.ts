import { expect, test } from "vitest";
import { filled, placed, templateText } from "../../../../kernel/src/controls/templates/areas.js";

const _ = undefined;

test("areas as CSS has them", () => {
  expect(
    templateText([
      ["a", "a"],
      ["b", _],
    ]),
  ).toBe('"a a" "b ."');
});

test.each([
  [
    ["l", "c", "r"],
    ["l", "c", "r"],
  ],
  [
    [_, "c", "r"],
    ["c", "c", "r"],
  ],
  [
    ["l", _, "r"],
    ["l", "l", "r"],
  ],
  [
    [_, _, "r"],
    ["r", "r", "r"],
  ],
  [
    [_, _, _],
    [_, _, _],
  ],
])("%j is filled to %j", (row, full) => {
  expect(filled(row)).toEqual(full);
});

test("places cover rows and columns, the rest stays empty", () => {
  const places = [
    { name: "a", row: [0, 2], column: 0 },
    { name: "b", row: 0, column: [1, 3] },
  ] as const;
  expect(placed(2, 3, places)).toEqual([
    ["a", "b", "b"],
    ["a", _, _],
  ]);
});

test.each([
  [{ row: 2, column: 0 }, /gridspecLayout: row: got 2, wanted an index from 0 to 1, or/],
  [{ row: 0, column: -1 }, /gridspecLayout: column: got -1/],
  [{ row: [1, 1], column: 0 }, /row: got \[ 1, 1 \]/],
  [{ row: [0, 3], column: 0 }, /row: got \[ 0, 3 \]/],
  [{ row: 0.5, column: 0 }, /row: got 0.5/],
  [{ row: 0, column: [0, 2] }, /got \{ row: 0, column: \[ 0, 2 \] \}, wanted a place that first leaves free/],
] as const)("%j is refused", (place, sentence) => {
  const places = [
    { name: "first", row: 0, column: 1 },
    { name: "second", ...place },
  ];
  expect(() => placed(2, 3, places)).toThrow(sentence);
});
