import type { GridBox } from "../generated/index.js";
import { refusal } from "../refusal.js";
import { filled, placed, type Areas, type Span } from "./areas.js";
import { gridOf, present, type GridOptions, type Placeable } from "./grid.js";

/** The panes of an {@link appLayout}; one that is missing leaves its room to its neighbours. */
export interface AppLayoutOptions extends GridOptions {
  readonly header?: Placeable;
  readonly leftSidebar?: Placeable;
  readonly center?: Placeable;
  readonly rightSidebar?: Placeable;
  readonly footer?: Placeable;
  /** Widths of left, center and right, as CSS has them. Default: `["1fr", "2fr", "1fr"]`, the center being the work. */
  readonly paneWidths?: readonly [left: string, center: string, right: string];
  /** Heights of header, middle and footer. Default: `["1fr", "3fr", "1fr"]`. */
  readonly paneHeights?: readonly [header: string, middle: string, footer: string];
}

/**
 * A header, a footer, and between them a center with a sidebar on either side.
 *
 * @example
 * ```ts
 * appLayout({ leftSidebar: new VBox({ children: [sigma, method] }), center: output, paneWidths: ["20em", "1fr", "1fr"] })
 * ```
 */
export function appLayout({
  header,
  leftSidebar,
  center,
  rightSidebar,
  footer,
  paneWidths = ["1fr", "2fr", "1fr"],
  paneHeights = ["1fr", "3fr", "1fr"],
  ...options
}: AppLayoutOptions): GridBox {
  const widgets = present({
    header,
    "left-sidebar": leftSidebar,
    center,
    "right-sidebar": rightSidebar,
    footer,
  });
  const name = (one: string): string | undefined => (widgets.has(one) ? one : undefined);
  const rows = [
    ["header", "header", "header"],
    ["left-sidebar", "center", "right-sidebar"],
    ["footer", "footer", "footer"],
  ].map((row) => filled(row.map(name)));
  const heights = paneHeights.filter((_, at) => isUsed(rows[at]!));
  return gridOf(rows.filter(isUsed), widgets, {
    ...options,
    gridTemplateColumns: paneWidths.join(" "),
    gridTemplateRows: heights.join(" "),
  });
}

/** The corners of a {@link twoByTwoLayout}; one that is missing leaves its room to its neighbours. */
export interface TwoByTwoOptions extends GridOptions {
  readonly topLeft?: Placeable;
  readonly topRight?: Placeable;
  readonly bottomLeft?: Placeable;
  readonly bottomRight?: Placeable;
}

/** Up to four widgets, two by two. */
export function twoByTwoLayout({
  topLeft,
  topRight,
  bottomLeft,
  bottomRight,
  ...options
}: TwoByTwoOptions): GridBox {
  const widgets = present({
    "top-left": topLeft,
    "top-right": topRight,
    "bottom-left": bottomLeft,
    "bottom-right": bottomRight,
  });
  const name = (one: string): string | undefined => (widgets.has(one) ? one : undefined);
  const rows = [
    [name("top-left"), name("top-right")],
    [name("bottom-left"), name("bottom-right")],
  ];
  return gridOf(rows.filter(isUsed).map(filled), widgets, {
    ...options,
    gridTemplateColumns: "1fr 1fr",
    gridTemplateRows: rows
      .filter(isUsed)
      .map(() => "1fr")
      .join(" "),
  });
}

/** A widget and its place in a {@link gridspecLayout}. */
export interface Place {
  readonly widget: Placeable;
  /** A row, or `[from, to]` of them, `to` not included, counted from 0. */
  readonly row: Span;
  /** As for rows. */
  readonly column: Span;
}

export interface GridspecOptions extends GridOptions {
  readonly rows: number;
  readonly columns: number;
  readonly places: readonly Place[];
}

/**
 * Widgets in a grid of equal rows and columns, each over one cell or several.
 * @throws RangeError if there are no rows or columns, or if places overlap or lie outside
 *
 * @example
 * ```ts
 * gridspecLayout({ rows: 2, columns: 3, height: "600px", places: [
 *   { widget: map, row: [0, 2], column: [0, 2] },
 *   { widget: level, row: 0, column: 2 },
 *   { widget: output, row: 1, column: 2 },
 * ] })
 * ```
 */
export function gridspecLayout({ rows, columns, places, ...options }: GridspecOptions): GridBox {
  for (const [what, got] of Object.entries({ rows, columns }))
    if (!(Number.isInteger(got) && got > 0))
      throw refusal(`gridspecLayout: ${what}`, { got, wanted: "a whole number above 0" });
  const named = places.map((place, i) => ({ ...place, name: `place-${i}` }));
  const areas: Areas = placed(rows, columns, named);
  return gridOf(areas, new Map(named.map(({ name, widget }) => [name, widget])), {
    ...options,
    gridTemplateColumns: `repeat(${columns}, 1fr)`,
    gridTemplateRows: `repeat(${rows}, 1fr)`,
  });
}

function isUsed(row: readonly (string | undefined)[]): boolean {
  return row.some((name) => name !== undefined);
}
