import { expect, test } from "vitest";
import { Button, GridBox } from "../../../../kernel/src/controls/index.js";
import { gridOf, present } from "../../../../kernel/src/controls/templates/grid.js";
import { useRecorder } from "../recorder.js";

useRecorder();

test("widgets stand in the areas of their names", () => {
  const [a, b] = [new Button(), new Button()];
  const widgets = present({ a, missing: undefined, b });
  expect([...widgets.keys()]).toEqual(["a", "b"]);
  const grid = gridOf([["a", "b"]], widgets, { gridTemplateColumns: "1fr 2fr", width: "50%" });
  expect(grid).toBeInstanceOf(GridBox);
  expect(grid.children).toEqual([a, b]);
  expect([a.layout.gridArea, b.layout.gridArea]).toEqual(["a", "b"]);
  expect(grid.layout).toMatchObject({
    gridTemplateAreas: '"a b"',
    gridTemplateColumns: "1fr 2fr",
    width: "50%",
  });
});
