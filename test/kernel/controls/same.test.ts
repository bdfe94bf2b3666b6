import { expect, test } from "vitest";
import { isSame, isUnchanged } from "../../../kernel/src/controls/same.js";
import { model } from "./models.js";
import { useRecorder } from "./recorder.js";

useRecorder();

test.each([
  [1, 1, true],
  [1, 2, false],
  [NaN, NaN, true],
  ["a", "a", true],
  [null, undefined, false],
  [[1, [2]], [1, [2]], true],
  [[1, 2], [1], false],
  [{ a: [1] }, { a: [1] }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [new Date(5), new Date(5), true],
  [new Date(5), new Date(6), false],
  [new Uint8Array(2), new Uint8Array(2), false],
])("%j and %j read the same: %s", (a, b, same) => {
  expect(isSame(a, b)).toBe(same);
  expect(isUnchanged(a, b)).toBe(same);
});

test("models are the same only as themselves, also in lists", () => {
  const [a, b] = [model(), model()];
  expect([isSame(a, a), isSame(a, b), isSame([a], [a]), isSame([a], [b])]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(isUnchanged(a, a)).toBe(true);
});

test("the same bytes or record set again may have changed inside", () => {
  const [bytes, record, list] = [new Uint8Array(1), { a: 1 }, [1]];
  expect([bytes, record, list].map((one) => isSame(one, one))).toEqual([true, true, true]);
  expect([bytes, record, list].map((one) => isUnchanged(one, one))).toEqual([false, false, false]);
});
