import { WidgetModel } from "@vitrine/kernel/controls";
import { modelClass, moduleName, protocolVersion, viewClass, type WidgetState } from "../protocol/index.js";

/** Opens the cell's half of a widget. */
export function openModel<State extends WidgetState>(state: State): WidgetModel<State> {
  return new WidgetModel({
    module: moduleName,
    moduleVersion: protocolVersion,
    modelName: modelClass,
    viewName: viewClass,
    state,
  });
}
