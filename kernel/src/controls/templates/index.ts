export { appLayout, gridspecLayout, twoByTwoLayout } from "./templates.js";
export type { AppLayoutOptions, GridspecOptions, Place, TwoByTwoOptions } from "./templates.js";
export type { Span } from "./areas.js";
export type { GridOptions, Placeable } from "./grid.js";
