import { expect, test } from "vitest";
import { WidgetModel } from "@vitrine/kernel/controls";
import { liveView } from "../../../widgets/src/host/live.js";
import { recordSession } from "./recorder.js";

test("a view has the values it was given checks for, and no others", () => {
  const session = recordSession();
  const model = new WidgetModel({
    module: "m",
    moduleVersion: "1",
    modelName: "M",
    viewName: "V",
    state: { level: 1, secret: 2 },
  });
  const doubled = (value: unknown): number => 2 * (value as number);
  const view = liveView(model, { level: doubled });
  view.level = 4;
  expect(model.get("level")).toBe(8);
  expect(Object.keys(view).sort()).toEqual(["close", "id", "level", "onChange"]);
  expect("secret" in view).toBe(false);
  session.undo();
});
