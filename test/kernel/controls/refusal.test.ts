import { expect, test } from "vitest";
import { refusal, shown } from "../../../kernel/src/controls/refusal.js";

test("an error says what, got, wanted and hint", () => {
  const error = refusal("IntSlider.max", { got: "5", wanted: "a whole number", hint: "without quotes" });
  expect(error).toBeInstanceOf(RangeError);
  expect(error.message).toBe("IntSlider.max: got '5', wanted a whole number (without quotes)");
  expect(refusal("a", { got: undefined, wanted: "b" }).message).toBe("a: got undefined, wanted b");
});

test("however large a value is, it is shown in a few words and on one line", () => {
  for (const value of [new Float32Array(1e7), "x".repeat(1e6), { a: { b: { c: new Array(1e5).fill(1) } } }]) {
    expect(shown(value).length).toBeLessThan(400);
    expect(shown(value)).not.toContain("\n");
  }
});
