export { anywidget } from "./anywidget.js";
export type { AnyWidget, AnyWidgetOptions } from "./anywidget.js";
