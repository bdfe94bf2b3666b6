import { expect, test } from "vitest";
import { readAbbreviation } from "../../../../kernel/src/controls/interact/abbreviation.js";
import { fixed } from "../../../../kernel/src/controls/interact/fixed.js";
import { IntSlider, VBox } from "../../../../kernel/src/controls/index.js";
import { useRecorder } from "../recorder.js";

useRecorder();

const slider = (whole: boolean, value: number, min: number, max: number, step: number): object => ({
  control: "slider",
  whole,
  value,
  min,
  max,
  step,
});

test.each<[unknown, object]>([
  [10, slider(true, 10, -10, 30, 1)],
  [-4, slider(true, -4, -12, 4, 1)],
  [0, slider(false, 0, 0, 1, 0.01)],
  [0.5, slider(false, 0.5, -0.5, 1.5, 0.02)],
  [[0, 10], slider(true, 5, 0, 10, 1)],
  [[0, 5], slider(true, 2, 0, 5, 1)],
  [[-3, -1], slider(true, -2, -3, -1, 1)],
  [[0, 1], slider(false, 0.5, 0, 1, 0.01)],
  [[0, 1, 1], slider(true, 0, 0, 1, 1)],
  [[0, 1, 0.1], slider(false, 0.5, 0, 1, 0.1)],
  [[0, 10, 3], slider(true, 3, 0, 10, 3)],
  [[2.5, 10], slider(false, 6.25, 2.5, 10, 0.075)],
  [[0.1, 0.7, 0.1], slider(false, 0.4, 0.1, 0.7, 0.1)],
  [true, { control: "checkbox", value: true }],
  ["gauss", { control: "text", value: "gauss" }],
  [new Date(0), { control: "date", value: new Date(0) }],
  [["a", "b"], dropdown(["a", "a"], ["b", "b"])],
  [[8, 16, 32, 64], dropdown(["8", 8], ["16", 16], ["32", 32], ["64", 64])],
  [
    [
      ["one", 1],
      ["two", { n: 2 }],
    ],
    dropdown(["one", 1], ["two", { n: 2 }]),
  ],
  [[1, "one"], dropdown(["1", 1], ["one", "one"])],
  [{ low: 1, high: 9 }, dropdown(["low", 1], ["high", 9])],
  [fixed([1, 2]), { control: "none", value: [1, 2] }],
])("%j", (given, plan) => {
  expect(readAbbreviation("x", given)).toEqual(plan);
});

test("a widget is itself", () => {
  const widget = new IntSlider();
  expect(readAbbreviation("x", widget)).toEqual({ control: "widget", widget });
});

test("a widget without a value is refused", () => {
  expect(() => readAbbreviation("x", new VBox())).toThrow(
    /^interact: x: got VBox.*a widget that holds a value/,
  );
});

test.each<[unknown, RegExp]>([
  [null, /^interact: x: got null, wanted a number, .*fixed\(value\)$/],
  [undefined, /got undefined/],
  [NaN, /got NaN/],
  [[], /got \[\]/],
  [[1], /got \[ 1 \]/],
  [{}, /got \{\}/],
  [[3, 1], /got \[ 3, 1 \], wanted \[min, max\] or \[min, max, step\] with min < max and step > 0/],
  [[1, 1], /with min < max/],
  [[0, 1, 0], /step > 0/],
  [[0, 1, -0.1], /step > 0/],
  [[0, Infinity], /got \[ 0, Infinity \]/],
  [new Map([["a", 1]]), /got Map/],
  [() => 1, /got \[Function/],
])("%s is refused", (given, sentence) => {
  expect(() => readAbbreviation("x", given)).toThrow(sentence);
});

function dropdown(...options: [string, unknown][]): object {
  return { control: "dropdown", options };
}
