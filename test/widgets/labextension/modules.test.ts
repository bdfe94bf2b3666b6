import { expect, test } from "vitest";
import { loadView } from "../../../widgets/src/labextension/modules.js";
import { widgetNames } from "../../../widgets/src/protocol/index.js";

test.each(widgetNames)("%s is a view module", async (name) => {
  expect(typeof (await loadView(name)).render).toBe("function");
});

test.each(["", "toString", "../plugin", undefined, 7])("%j is refused by name", async (name) => {
  await expect(loadView(name)).rejects.toThrow(/no view called/);
});
