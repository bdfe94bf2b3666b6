import { expect, test } from "vitest";
import { plainForm } from "../../../kernel/src/controls/state-form.js";
import { model } from "./models.js";
import { useRecorder } from "./recorder.js";

useRecorder();
const form = plainForm<{ level: number; _widget: string; other?: unknown }>({
  level: 1,
  _widget: "w",
  other: null,
});

test("names on the wire are the keys, and no others are known", () => {
  expect(["level", "_widget", "toString", "more"].map((name) => form.keyOf(name))).toEqual([
    "level",
    "_widget",
    undefined,
    undefined,
  ]);
});

test("models go as references and come back as models; any change is taken as it is", () => {
  const other = model();
  const wire = form.pack({ level: 2, other: [other] });
  expect(wire).toEqual({ level: 2, other: [`IPY_MODEL_${other.id}`] });
  expect(form.unpack(wire)).toEqual({ level: 2, other: [other] });
  const change = { level: NaN };
  expect(form.settle(change, { level: 1, _widget: "w" })).toBe(change);
});

test("short values say what a model is", () => {
  expect(form.told({ level: 1, _widget: "w", other: { a: 1 } })).toEqual(["level", "_widget"]);
});
