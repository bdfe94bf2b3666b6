import { expect, test } from "vitest";
import { noteTarget, widgetsAreShown } from "../../../kernel/src/cell/widgets-shown.js";

test("a front end shows widgets once it has asked for those that are there", () => {
  noteTarget("plot");
  expect(widgetsAreShown()).toBe(false);
  noteTarget("jupyter.widget.control");
  noteTarget("plot");
  expect(widgetsAreShown()).toBe(true);
});
