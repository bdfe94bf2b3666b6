import { expect, test } from "vitest";
import {
  Button,
  appLayout,
  gridspecLayout,
  twoByTwoLayout,
  type GridBox,
} from "../../../../kernel/src/controls/index.js";
import { useRecorder } from "../recorder.js";

useRecorder();

const button = (description: string): Button => new Button({ description });

/** What a grid is made of: its children's descriptions by area, and its tracks. */
function seen(grid: GridBox): object {
  const { gridTemplateAreas: areas, gridTemplateColumns: columns, gridTemplateRows: rows } = grid.layout;
  const children = grid.children.map((child) => (child as Button).layout.gridArea);
  return { areas, columns, rows, children };
}

test("appLayout: all panes", () => {
  const grid = appLayout({
    header: button("h"),
    leftSidebar: button("l"),
    center: button("c"),
    rightSidebar: button("r"),
    footer: button("f"),
    paneWidths: ["10em", "1fr", "2fr"],
    height: "600px",
  });
  expect(seen(grid)).toEqual({
    areas: '"header header header" "left-sidebar center right-sidebar" "footer footer footer"',
    columns: "10em 1fr 2fr",
    rows: "1fr 3fr 1fr",
    children: ["header", "left-sidebar", "center", "right-sidebar", "footer"],
  });
  expect(grid.layout.height).toBe("600px");
});

test("appLayout: a pane that is missing leaves its room to its neighbours", () => {
  const paneHeights = ["60px", "5fr", "40px"] as const;
  expect(
    seen(appLayout({ center: button("c"), rightSidebar: button("r"), footer: button("f"), paneHeights })),
  ).toEqual({
    areas: '"center center right-sidebar" "footer footer footer"',
    columns: "1fr 2fr 1fr",
    rows: "5fr 40px",
    children: ["center", "right-sidebar", "footer"],
  });
});

test.each([
  [
    ["topLeft", "topRight", "bottomLeft", "bottomRight"],
    '"top-left top-right" "bottom-left bottom-right"',
    "1fr 1fr",
  ],
  [["topLeft", "topRight", "bottomRight"], '"top-left top-right" "bottom-right bottom-right"', "1fr 1fr"],
  [["topLeft"], '"top-left top-left"', "1fr"],
])("twoByTwoLayout of %j", (corners, areas, rows) => {
  const given = Object.fromEntries(corners.map((corner) => [corner, button(corner)]));
  expect(seen(twoByTwoLayout(given))).toMatchObject({ areas, rows, columns: "1fr 1fr" });
});

test("gridspecLayout", () => {
  const grid = gridspecLayout({
    rows: 2,
    columns: 3,
    places: [
      { widget: button("a"), row: [0, 2], column: [0, 2] },
      { widget: button("b"), row: 1, column: 2 },
    ],
    gridGap: "4px",
  });
  expect(seen(grid)).toEqual({
    areas: '"place-0 place-0 ." "place-0 place-0 place-1"',
    columns: "repeat(3, 1fr)",
    rows: "repeat(2, 1fr)",
    children: ["place-0", "place-1"],
  });
  expect(grid.layout.gridGap).toBe("4px");
});

test.each([
  [0, 1],
  [1, 1.5],
])("gridspecLayout of %d x %d is refused", (rows, columns) => {
  expect(() => gridspecLayout({ rows, columns, places: [] })).toThrow(/wanted a whole number above 0/);
});
