import { describe, expect, test } from "vitest";
import {
  Dropdown,
  RadioButtons,
  Select,
  SelectionRangeSlider,
  SelectionSlider,
  SelectMultiple,
  ToggleButtons,
} from "../../../kernel/src/controls/index.js";
import { choicesOf } from "../../../kernel/src/controls/selection/options.js";
import { echo, update } from "./models.js";
import { useRecorder } from "./recorder.js";

const front = useRecorder();

test.each([
  [
    ["a", "b"],
    ["a", "b"],
    ["a", "b"],
  ],
  [
    [1, null, true],
    ["1", "null", "true"],
    [1, null, true],
  ],
  [[["x", 1], ["y", 2]], ["x", "y"], [1, 2]], // prettier-ignore
  [[[1, 2], [3, 4]], ["1,2", "3,4"], [[1, 2], [3, 4]]], // prettier-ignore
  [{ x: 1, y: [2] }, ["x", "y"], [1, [2]]],
  [new Map([["x", 1]]), ["x"], [1]],
  [[], [], []],
])("options %j", (options, labels, values) => {
  expect(choicesOf(options as never)).toEqual({ labels, values });
});

describe.each([
  ["Dropdown", Dropdown],
  ["RadioButtons", RadioButtons],
  ["Select", Select],
  ["ToggleButtons", ToggleButtons],
  ["SelectionSlider", SelectionSlider],
] as const)("%s", (name, Class) => {
  const make = (options: object): Dropdown<number> => {
    const made = new (Class as unknown as new (options: object) => Dropdown<number>)(options);
    front.current.take();
    return made;
  };

  test("starts at the first option, or where it is told", () => {
    const state = ({ value, label, index }: Dropdown<number>): unknown => [value, label, index];
    const options = { one: 1, two: 2 };
    expect(state(make({ options }))).toEqual([1, "one", 0]);
    expect(state(make({ options, value: 2 }))).toEqual([2, "two", 1]);
    expect(state(make({ options, label: "two" }))).toEqual([2, "two", 1]);
    expect(state(make({ options, index: 1 }))).toEqual([2, "two", 1]);
  });

  test("value, label and index follow each other, and the index alone is sent", () => {
    const made = make({ options: { one: 1, two: 2, three: 3 } });
    const seen: unknown[] = [];
    made.on("change", ["value", "label", "index"], ({ key, value }) => seen.push([key, value]));
    made.value = 2;
    expect(front.current.take()).toEqual([update({ index: 1 })]);
    front.current.say(made.id, update({ index: 2 }));
    expect(front.current.take()).toEqual([echo({ index: 2 })]);
    expect([made.value, made.label]).toEqual([3, "three"]);
    expect(seen.slice(0, 3).sort()).toEqual([["index", 1], ["label", "two"], ["value", 2]]); // prettier-ignore
    expect(seen).toHaveLength(6);
  });

  test("refuses what isn't one of its options", () => {
    const made = make({ options: { one: 1, two: 2 } });
    expect(() => (made.value = 3)).toThrow(`${name}.value: got 3, wanted one of the options: "one", "two"`);
    expect(() => (made.label = "three")).toThrow(`${name}.label: got 'three', wanted one of the labels`);
    expect(() => front.current.say(made.id, update({ index: 2 }))).toThrow(
      `${name}.index: got 2, wanted from 0 to 1`,
    );
    expect(made.value).toBe(1);
  });

  test("new options keep the value where it still is one, else the first is chosen", () => {
    const made = make({ options: { one: 1, two: 2 }, value: 2 });
    made.options = { zero: 0, one: 1, two: 2 };
    expect([made.value, made.index]).toEqual([2, 2]);
    expect(front.current.take()).toEqual([update({ _options_labels: ["zero", "one", "two"], index: 2 })]);
    made.options = { zero: 0 };
    expect([made.value, made.index]).toEqual([0, 0]);
  });
});

test("without options nothing is chosen, but a slider must have some", () => {
  const made = new Dropdown();
  expect([made.value, made.label, made.index]).toEqual([null, null, null]);
  expect(() => (made.index = 0)).toThrow("as there are no options");
  expect(() => new SelectionSlider()).toThrow("SelectionSlider.options: got [], wanted at least one option");
  expect(() => new SelectionRangeSlider({ options: [] })).toThrow("at least one option");
});

test("nothing may be chosen, null may be an option, but a slider always stands somewhere", () => {
  const made = new Dropdown({ options: ["a", "b"] });
  made.value = null;
  expect([made.label, made.index]).toEqual([null, null]);
  expect(new Dropdown({ options: { none: null, some: 1 }, value: null }).label).toBe("none");
  const slider = new SelectionSlider({ options: ["a"] });
  expect(() => (slider.value = null)).toThrow("SelectionSlider.value: got null");
});

test("values are compared by what they read, and given back as they were", () => {
  const options = { near: { a: 1 }, far: { a: 2 } };
  const made = new Dropdown({ options });
  made.value = { a: 2 } as never;
  expect(made.value).toBe(options.far);
});

test("an error names the first of many options", () => {
  const options = Array.from({ length: 500 }, (_, i) => `o${i}`);
  const made = new Dropdown({ options });
  expect(() => (made.value = "x")).toThrow(/"o9" and 490 more$/);
});

test("any number of options: values, labels and indices follow each other", () => {
  const made = new SelectMultiple({ options: { one: 1, two: 2, three: 3 } });
  expect([made.value, made.label, made.index]).toEqual([[], [], []]);
  front.current.take();
  made.value = [3, 1];
  expect(front.current.take()).toEqual([update({ index: [2, 0] })]);
  front.current.say(made.id, update({ index: [1] }));
  expect([made.value, made.label]).toEqual([[2], ["two"]]);
  expect(() => (made.value = [4 as never])).toThrow("SelectMultiple.value: got 4, wanted one of the options");
  made.options = ["x", 2] as never;
  expect([made.value, made.index]).toEqual([[2], [1]]);
  made.label = ["x"];
  expect(made.value).toEqual(["x" as never]);
});

test("a range of options: two ends, the lower first", () => {
  const made = new SelectionRangeSlider({ options: ["a", "b", "c"] });
  expect([made.value, made.index]).toEqual([["a", "a"], [0, 0]]); // prettier-ignore
  made.index = [1, 2];
  expect(made.value).toEqual(["b", "c"]);
  expect(() => (made.index = [2, 1])).toThrow("SelectionRangeSlider.index");
  expect(() => (made.value = ["c", "a"])).toThrow("SelectionRangeSlider.value");
  made.options = ["b", "c"] as never;
  expect(made.index).toEqual([0, 1]);
  made.options = ["c", "d"] as never;
  expect(made.value).toEqual(["c", "c"]);
});

test("as text a selection says its value and its options, once", () => {
  expect(String(new Dropdown({ options: ["a", "b"] }))).toBe('Dropdown(value="a", options=["a", "b"])');
  expect(String(new SelectMultiple({ options: { x: 1 } }))).toBe(
    "SelectMultiple(value=[], options={ x: 1 })",
  );
});
