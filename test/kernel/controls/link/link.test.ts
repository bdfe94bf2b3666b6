import { expect, expectTypeOf, test } from "vitest";
import { IntSlider, Label, Text, dlink, link } from "../../../../kernel/src/controls/index.js";
import { useRecorder } from "../recorder.js";

useRecorder();

test("dlink: the target follows the source, now and at every change, until the undo", () => {
  const source = new IntSlider({ value: 3 });
  const target = new IntSlider({ value: 9 });
  const undo = dlink([source, "value"], [target, "value"]);
  expect(target.value).toBe(3);
  source.value = 5;
  expect(target.value).toBe(5);
  target.value = 7;
  expect(source.value).toBe(5);
  undo();
  source.value = 8;
  expect(target.value).toBe(7);
});

test("dlink: a transform gives the value, also of another kind", () => {
  const source = new IntSlider({ value: 3 });
  const label = new Label();
  dlink([source, "value"], [label, "value"], (value) => `${value} Å`);
  source.value = 4;
  expect(label.value).toBe("4 Å");
});

test("link: both ends follow each other, the first one being right at the start", () => {
  const [a, b] = [new IntSlider({ value: 3 }), new IntSlider({ value: 9 })];
  const undo = link([a, "value"], [b, "value"]);
  expect(b.value).toBe(3);
  b.value = 6;
  expect(a.value).toBe(6);
  a.value = 7;
  expect(b.value).toBe(7);
  undo();
  a.value = 1;
  b.value = 2;
  expect([a.value, b.value]).toEqual([1, 2]);
});

test("link: values that are changed on their way do not come back", () => {
  const [a, b] = [new IntSlider({ value: 3 }), new IntSlider()];
  link([a, "value"], [b, "value"], { to: (n) => Math.floor(n / 2), from: (n) => 2 * n });
  expect([a.value, b.value]).toEqual([3, 1]);
  a.value = 5;
  expect([a.value, b.value]).toEqual([5, 2]);
  b.value = 4;
  expect([a.value, b.value]).toEqual([8, 4]);
});

test("link: what one end makes of a value holds for both", () => {
  const [a, b] = [new IntSlider({ value: 3, max: 1000 }), new IntSlider({ value: 9, max: 100 })];
  link([a, "value"], [b, "value"]);
  a.value = 500;
  expect([a.value, b.value]).toEqual([100, 100]);
});

test("link: an end that refuses a value does not end the link", () => {
  const [a, b] = [new IntSlider({ value: 3 }), new Text()];
  link([a, "value"], [b, "value"], { to: (n) => (n === 4 ? (4 as never) : String(n)), from: Number });
  expect(() => (a.value = 4)).toThrow(/Text.value: got 4/);
  a.value = 5;
  expect(b.value).toBe("5");
  b.value = "4";
  expect(a.value).toBe(4);
});

test("transforms have the types of the keys", () => {
  const check = (): void => {
    dlink([new IntSlider(), "value"], [new Label(), "value"], (value) => {
      expectTypeOf(value).toBeNumber();
      return String(value);
    });
    // @ts-expect-error a label's value is text
    dlink([new IntSlider(), "value"], [new Label(), "value"], (value) => value);
    // @ts-expect-error there is no such key
    link([new IntSlider(), "velocity"], [new IntSlider(), "value"]);
  };
  expect(check).toBeTypeOf("function");
});
