import { expect, test } from "vitest";
import {
  Checkbox,
  DatePicker,
  Dropdown,
  FloatSlider,
  IntSlider,
  Text,
} from "../../../../kernel/src/controls/index.js";
import type { ControlPlan } from "../../../../kernel/src/controls/interact/abbreviation.js";
import { makeControl } from "../../../../kernel/src/controls/interact/make-control.js";
import { useRecorder } from "../recorder.js";

useRecorder();

const span = { value: 2, min: 0, max: 4, step: 0.5 };

test.each<[ControlPlan, new () => object, object]>([
  [{ control: "slider", whole: true, ...span, step: 1 }, IntSlider, { ...span, step: 1 }],
  [{ control: "slider", whole: false, ...span }, FloatSlider, span],
  [{ control: "checkbox", value: true }, Checkbox, { value: true }],
  [{ control: "text", value: "gauss" }, Text, { value: "gauss" }],
  [{ control: "date", value: new Date(2026, 0, 2) }, DatePicker, { value: new Date(2026, 0, 2) }],
  [
    {
      control: "dropdown",
      options: [
        ["low", 1],
        ["high", { n: 2 }],
      ],
    },
    Dropdown,
    { value: 1, label: "low" },
  ],
])("%j", (plan, Class, state) => {
  const made = makeControl("x", plan);
  expect(made).toBeInstanceOf(Class);
  expect(made).toMatchObject({ description: "x", ...state });
});

test("a widget is itself, and gets the name where it has none; a fixed value has no control", () => {
  const [named, unnamed] = [new Text({ description: "title" }), new Text()];
  expect(makeControl("x", { control: "widget", widget: named })).toBe(named);
  expect(makeControl("x", { control: "widget", widget: unnamed })).toBe(unnamed);
  expect([named.description, unnamed.description]).toEqual(["title", "x"]);
  expect(makeControl("x", { control: "none", value: 1 })).toBeUndefined();
});
