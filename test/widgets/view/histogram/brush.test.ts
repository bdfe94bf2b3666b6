import { expect, test } from "vitest";
import {
  binsOfSelection,
  binsOfStroke,
  countInside,
  moveBins,
  selectionOfBins,
} from "../../../../widgets/src/view/histogram/brush.js";

const bins = { low: -1, width: 0.25, count: 8 };

test("a selection of whole bins comes back as it was", () => {
  for (let from = 0; from < 8; from++) {
    for (let to = from + 1; to <= 8; to++) {
      expect(binsOfSelection(selectionOfBins([from, to], bins), bins)).toEqual([from, to]);
    }
  }
});

test("no selection, an empty one, or one outside is none", () => {
  for (const none of [[], [1], [0.5, 0.5], [0.7, 0.2], [5, 6], [-9, -8], [Number.NaN, 1]]) {
    expect(binsOfSelection(none, bins)).toBeUndefined();
  }
});

test("a stroke takes every bin it touches, in either direction, at least one", () => {
  expect(binsOfStroke(0.3, 0.6, bins)).toEqual([2, 5]);
  expect(binsOfStroke(0.6, 0.3, bins)).toEqual([2, 5]);
  expect(binsOfStroke(0.5, 0.5, bins)).toEqual([4, 5]);
  expect(binsOfStroke(1, 1, bins)).toEqual([7, 8]);
  expect(binsOfStroke(0, 1, bins)).toEqual([0, 8]);
});

test("a moved range keeps its width and stays inside", () => {
  expect(moveBins([2, 4], 1, "both", bins)).toEqual([3, 5]);
  expect(moveBins([2, 4], -5, "both", bins)).toEqual([0, 2]);
  expect(moveBins([6, 8], 1, "both", bins)).toEqual([6, 8]);
  expect(moveBins([2, 4], -9, "upper", bins)).toEqual([2, 3]);
  expect(moveBins([2, 4], 9, "upper", bins)).toEqual([2, 8]);
});

test("counts inside and in all", () => {
  expect(countInside(Float64Array.from([1, 2, 3, 4]), [1, 3])).toEqual({ inside: 5, all: 10 });
});
