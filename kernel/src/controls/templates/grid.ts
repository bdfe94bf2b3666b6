import type { ControlOptions } from "../control.js";
import { GridBox, type Layout, type LayoutState } from "../generated/index.js";
import type { Registered } from "../registry.js";
import { templateText, type Areas } from "./areas.js";

/** A widget that can be laid out. */
export type Placeable = Registered & { readonly layout: Layout };

/** What may be said of any of the grids, as CSS has it: `width: "100%"`, `height: "600px"`, `gridGap: "10px"`. */
export type GridOptions = Pick<
  ControlOptions<LayoutState>,
  "width" | "height" | "gridGap" | "justifyContent" | "justifyItems" | "alignItems"
>;

/** Widgets in a CSS grid, each in the area of its name. Sets their layouts' `gridArea`. */
export function gridOf(
  areas: Areas,
  widgets: ReadonlyMap<string, Placeable>,
  layout: ControlOptions<LayoutState>,
): GridBox {
  for (const [name, widget] of widgets) widget.layout.gridArea = name;
  return new GridBox({
    children: [...widgets.values()],
    layout: { ...layout, gridTemplateAreas: templateText(areas) },
  });
}

/** The entries that hold a widget, by name. */
export function present(
  widgets: Readonly<Record<string, Placeable | undefined>>,
): ReadonlyMap<string, Placeable> {
  return new Map(Object.entries(widgets).flatMap(([name, one]) => (one === undefined ? [] : [[name, one]])));
}
