import { expect, test } from "vitest";
import {
  controlForm,
  initialState,
  keysOf,
  type ControlSpec,
} from "../../../kernel/src/controls/control-form.js";
import { integer, named, optional, text, unsent } from "../../../kernel/src/controls/kinds/index.js";

interface State {
  value: number;
  readoutFormat: string;
  domClasses: string;
  half: number | null;
}

const front = { module: "m", version: "1.0.0", name: "M" };
const spec: ControlSpec<State> = {
  name: "Even",
  model: front,
  view: front,
  keys: {
    readoutFormat: text("d"),
    value: { ...integer(2), toWire: (value) => value * 10, fromWire: (value) => (value as number) / 10 },
    domClasses: named("_dom_classes", text()),
    half: unsent(optional(integer(0))),
  },
  settle: (change, state) => {
    const { value } = { ...state, ...change };
    return { ...change, value: value - (value % 2), half: (value - (value % 2)) / 2 };
  },
};
const form = controlForm(spec);

test("names and values change on their way to the wire and back", () => {
  const wire = { readout_format: "d", value: 40, _dom_classes: "a" };
  expect(form.pack({ readoutFormat: "d", value: 4, domClasses: "a", half: 2 })).toEqual(wire);
  expect(form.unpack(wire)).toEqual({ readoutFormat: "d", value: 4, domClasses: "a" });
  const known = ["readout_format", "_dom_classes", "readoutFormat", "half", "constructor"];
  expect(known.map((name) => form.keyOf(name))).toEqual([
    "readoutFormat",
    "domClasses",
    undefined,
    undefined,
    undefined,
  ]);
});

test("a new state has what was given, else its defaults, and is in accord", () => {
  expect(initialState(spec, { value: 7, readoutFormat: undefined })).toEqual({
    value: 6,
    readoutFormat: "d",
    domClasses: "",
    half: 3,
  });
  expect(initialState(spec, {}).half).toBe(1);
  expect(keysOf(spec)).toEqual(["readoutFormat", "value", "domClasses", "half"]);
});

test("a change is checked, converted and brought into accord", () => {
  const state = initialState(spec, {});
  expect(form.settle({ value: 9 }, state)).toEqual({ value: 8, half: 4 });
  expect(() => form.settle({ value: "9" as never }, state)).toThrow(
    "Even.value: got '9', wanted a whole number",
  );
  expect(() => form.settle({ other: 1 } as never, state)).toThrow(
    "Even: got 'other', wanted one of its keys",
  );
  expect(() => form.settle({ toString: 1 } as never, state)).toThrow("Even: got 'toString'");
});

test("value and bounds come first in the text, then what isn't as in every new one", () => {
  expect(form.told(initialState(spec, {}))).toEqual(["value", "half"]);
  expect(form.told(initialState(spec, { readoutFormat: "x" }))).toEqual(["value", "readoutFormat", "half"]);
});
