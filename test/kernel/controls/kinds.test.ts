import { expect, test } from "vitest";
import {
  anything,
  bytes,
  flag,
  integer,
  list,
  named,
  number,
  optional,
  orWord,
  pair,
  record,
  text,
  unsent,
  word,
  type Kind,
} from "../../../kernel/src/controls/kinds/index.js";

const cases: readonly (readonly [string, Kind<never>, readonly unknown[], readonly unknown[]])[] = [
  ["text", text() as Kind<never>, ["", "a"], [1, null, undefined, {}]],
  ["flag", flag(true) as Kind<never>, [true, false], [0, 1, "true", null]],
  ["integer", integer(0) as Kind<never>, [0, -3, 2 ** 40], [0.5, NaN, Infinity, "1", null, 2 ** 60]],
  ["number", number(0) as Kind<never>, [0, -0.5, 1e300], [NaN, Infinity, "1", null, 1n]],
  ["word", word(["a", "b"], "a") as Kind<never>, ["a", "b"], ["c", "", null]],
  ["int or any", orWord(integer(1), "any") as Kind<never>, [2, "any"], ["other", 1.5]],
  ["optional", optional(text()) as Kind<never>, [null, "a"], [undefined, 1]],
  ["list", list(integer(0)) as Kind<never>, [[], [1, 2]], [[1, "a"], 5, "ab", null]],
  [
    "pair",
    pair(number(0), [0, 1]) as Kind<never>,
    [
      [1, 2],
      [2, 2],
    ],
    [[2, 1], [1], [1, 2, 3], ["a", "b"]],
  ],
  [
    "bytes",
    bytes() as Kind<never>,
    [new Uint8Array(1), new Float32Array(2), Buffer.alloc(1)],
    ["ab", [1], null],
  ],
  ["record", record() as Kind<never>, [{}, { a: 1 }], [[], null, "a", new Uint8Array(1)]],
  ["anything", anything() as Kind<never>, [undefined, null, 1, Symbol.iterator], []],
];

test.each(cases)("%s tells its own from others", (_, kind, own, others) => {
  expect(own.filter((value) => !kind.is(value))).toEqual([]);
  expect(others.filter((value) => kind.is(value))).toEqual([]);
  expect(kind.is(kind.initial())).toBe(true);
});

test("what can be iterated is copied into a list", () => {
  const { convert } = list(integer(0));
  const given = [1, 2];
  expect(convert!(given)).toEqual(given);
  expect(convert!(given)).not.toBe(given);
  expect(convert!(new Set([3]))).toEqual([3]);
  expect(pair(number(0), [0, 1]).convert!(new Float32Array([0.5, 2]))).toEqual([0.5, 2]);
  expect(convert!("12")).toBe("12");
});

test("an optional value converts both ways, null staying null", () => {
  const kind = optional(list({ ...integer(0), toWire: (n) => n + 1, fromWire: (n) => (n as number) - 1 }));
  expect([kind.toWire!([1]), kind.fromWire!([2])]).toEqual([[2], [1]]);
  expect([kind.toWire!(null), kind.fromWire!(null), kind.convert!(null)]).toEqual([null, null, null]);
  expect(optional(number(0.1), 0.1).initial()).toBe(0.1);
});

test("a kind may have another name on the wire, or none", () => {
  expect(named("_dom_classes", text()).name).toBe("_dom_classes");
  expect(unsent(text()).name).toBeNull();
});
