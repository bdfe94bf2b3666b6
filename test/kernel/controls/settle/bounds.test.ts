import { describe, expect, test } from "vitest";
import {
  BoundedFloatText,
  BoundedIntText,
  DatePicker,
  FloatLogSlider,
  FloatProgress,
  FloatRangeSlider,
  FloatSlider,
  IntProgress,
  IntRangeSlider,
  IntSlider,
  Play,
  TimePicker,
} from "../../../../kernel/src/controls/index.js";
import { wholeMiddleHalf } from "../../../../kernel/src/controls/settle/start.js";
import { update } from "../models.js";
import { useRecorder } from "../recorder.js";

const front = useRecorder();
const bounded = [
  ...[IntSlider, FloatSlider, BoundedIntText, BoundedFloatText],
  ...[IntProgress, FloatProgress, Play],
] as const;

describe.each(bounded.map((Class) => [Class.name, Class] as const))("%s", (name, Class) => {
  test("keeps its value between the bounds", () => {
    const made = new (Class as typeof FloatSlider)({ value: 99, max: 10 });
    expect(made.value).toBe(10);
    made.value = -5;
    expect(made.value).toBe(0);
    made.min = 4;
    expect(made.value).toBe(4);
    made.set({ min: 20, max: 30 });
    expect(made.value).toBe(20);
  });

  test("refuses bounds that cross, and stays as it was", () => {
    const made = new (Class as typeof FloatSlider)({ value: 5, max: 10 });
    expect(() => (made.min = 11)).toThrow(`${name}.min: got 11, wanted at most max, which is 10`);
    expect(() => (made.max = -1)).toThrow(`${name}.max: got -1, wanted at least min, which is 0`);
    expect([made.min, made.value, made.max]).toEqual([0, 5, 10]);
    expect(() => new (Class as typeof FloatSlider)({ min: 200 })).toThrow("both can be set at once");
  });
});

test("a new bound and the value that follows go in one message", () => {
  const slider = new IntSlider({ value: 50 });
  front.current.take();
  slider.max = 10;
  expect(front.current.take()).toEqual([update({ max: 10, value: 10 })]);
});

test.each([IntRangeSlider, FloatRangeSlider])("%o keeps both ends of its range inside", (Class) => {
  const made = new Class({ value: [-5, 50], max: 10 });
  expect(made.value).toEqual([0, 10]);
  made.value = [2, 3];
  made.min = 3;
  expect(made.value).toEqual([3, 3]);
  expect(() => (made.value = [5, 4])).toThrow(`${Class.name}.value: got [ 5, 4 ], wanted [lower, upper]`);
  expect(() => (made.min = 11)).toThrow("wanted at most max");
});

test("a logarithmic slider's bounds are exponents", () => {
  const slider = new FloatLogSlider({ value: 5000, min: -2, max: 3 });
  expect(slider.value).toBe(1000);
  slider.value = 0;
  expect(slider.value).toBe(0.01);
  slider.base = 2;
  slider.value = 100;
  expect(slider.value).toBe(8);
  expect(() => (slider.base = 1)).toThrow("FloatLogSlider.base: got 1, wanted a number above 1");
});

test("dates and times stay between the bounds that there are", () => {
  const day = new DatePicker({ value: "2026-01-01", min: "2026-03-01" });
  expect(day.value).toEqual(new Date("2026-03-01"));
  day.value = null;
  expect(day.value).toBeNull();
  expect(() => (day.max = new Date("2026-02-01"))).toThrow(/DatePicker.max: got 2026-02-01.*at least min/);
  day.set({ min: null, max: new Date("2026-02-01"), value: new Date("2026-05-01") });
  expect(day.value).toEqual(new Date("2026-02-01"));
});

test("a time of day too early or late is brought inside", () => {
  const time = new TimePicker({ value: "09:30", max: "09:00" });
  expect(time.value).toMatchObject({ hours: 9, minutes: 0 });
  time.value = null;
  time.min = { hours: 8, minutes: 0, seconds: 0, milliseconds: 0 };
  expect(time.value).toBeNull();
  expect(() => (time.min = { hours: 10, minutes: 0, seconds: 0, milliseconds: 0 })).toThrow(
    /TimePicker.min: got .*10.*, wanted at most max, which is .*9/,
  );
});

test("a new range is the middle half of what can be chosen, unless it is told", () => {
  expect(new FloatRangeSlider({ min: 1, max: 2 }).value).toEqual([1.25, 1.75]);
  expect(new IntRangeSlider({ max: 10 }).value).toEqual([2, 7]);
  expect(new IntRangeSlider({ max: 10, value: [0, 1] }).value).toEqual([0, 1]);
  expect(wholeMiddleHalf({ min: -10, max: 0 }).value).toEqual([-7, -2]);
});
