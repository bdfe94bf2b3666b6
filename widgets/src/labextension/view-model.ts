import type { WidgetModel } from "@jupyter-widgets/base";
import type { JSONObject } from "@lumino/coreutils";
import type { ViewModel } from "../view/parts/index.js";

/** A widget's model as a view module knows it; its listeners belong to `owner`, so that they can go with it. */
export function viewModel(model: WidgetModel, owner: object): ViewModel<Record<string, unknown>> {
  return {
    get: (name) => model.get(name) as unknown,
    set: (name, value) => void model.set(name, value),
    save_changes: () => model.save_changes(),
    on: (event, callback) => void model.on(event, callback as (...values: unknown[]) => void, owner),
    off: (event, callback) => void model.off(event, callback as (...values: unknown[]) => void, owner),
    send: (content) => model.send(content as JSONObject, {}),
  };
}
