import { expect, test } from "vitest";
import {
  Dropdown,
  IntSlider,
  SelectMultiple,
  Text,
  type Widget,
  type WidgetModel,
} from "../../../kernel/src/controls/index.js";
import { useRecorder } from "./recorder.js";

useRecorder();

test("a selection's value has the type of its options", () => {
  const listed: "a" | "b" | null = new Dropdown({ options: ["a", "b"], value: "b" }).value;
  const recorded: 1 | 2 | null = new Dropdown({ options: { x: 1, y: 2 }, value: 2 }).value;
  const paired: 1 | 2 | null = new Dropdown({ options: [["x", 1], ["y", 2]], value: 2 }).value; // prettier-ignore
  const several: readonly (1 | 2 | 3)[] = new SelectMultiple({ options: [1, 2, 3], value: [2] }).value;
  const names: string[] = ["c"];
  const named: string | null = new Dropdown({ options: names }).value;
  expect([listed, recorded, paired, several, named]).toEqual(["b", 2, 2, [2], "c"]);
  // @ts-expect-error not one of the options
  expect(() => new Dropdown({ options: ["a"], value: "b" })).toThrow("one of the options");
});

test("options and properties are checked by the compiler", () => {
  // @ts-expect-error no such key
  expect(() => new IntSlider({ vaule: 2 })).toThrow("vaule");
  const slider = new IntSlider();
  // @ts-expect-error no such word
  expect(() => (slider.orientation = "diagonal")).toThrow("diagonal");
  slider.on("change", "max", ({ value }) => value.toFixed(1));
  // @ts-expect-error no such key
  slider.on("change", "maximum", () => {});
});

test("every control is a widget and a model", () => {
  const widgets: Widget[] = [new IntSlider(), new Text(), new Dropdown({ options: ["a"] })];
  const models: WidgetModel<object>[] = [new IntSlider(), new Text(), new Dropdown({ options: ["a"] })];
  expect([...widgets, ...models].every(({ id }) => id !== "")).toBe(true);
});
