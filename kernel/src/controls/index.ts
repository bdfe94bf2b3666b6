export { closeAll } from "./registry.js";
export { WidgetModel } from "./widget-model.js";
export type { Change, WidgetModelOptions } from "./widget-model.js";
