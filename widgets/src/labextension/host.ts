import { DOMWidgetModel, DOMWidgetView } from "@jupyter-widgets/base";
import type { JSONObject } from "@lumino/coreutils";
import { goneEvent, modelClass, moduleName, protocolVersion, viewClass } from "../protocol/index.js";
import type { Cleanup, ViewModel } from "../view/parts/index.js";
import { loadView } from "./modules.js";

/** Model of every figure; the field `_widget` says which view draws it. */
export class VitrineModel extends DOMWidgetModel {
  override defaults(): Record<string, unknown> {
    return {
      ...super.defaults(),
      _model_name: modelClass,
      _model_module: moduleName,
      _model_module_version: protocolVersion,
      _view_name: viewClass,
      _view_module: moduleName,
      _view_module_version: protocolVersion,
      _widget: "",
      text: "",
    };
  }
}

/** Hosts one view module: gives it the model and an element, and runs its cleanup when the figure goes. */
export class VitrineView extends DOMWidgetView {
  private cleanup: Cleanup | undefined;
  private removed = false;

  override render(): void {
    super.render();
    this.el.style.width = "100%";
    void this.mount();
  }

  private async mount(): Promise<void> {
    try {
      const view = await loadView(this.model.get("_widget"));
      if (this.removed) return;
      this.cleanup = view.render({ model: viewModel(this) as never, el: this.el });
    } catch (error) {
      this.el.textContent = `This figure can't be shown: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  override remove(): void {
    this.removed = true;
    this.el.dispatchEvent(new CustomEvent(goneEvent, { bubbles: true }));
    this.cleanup?.();
    this.cleanup = undefined;
    super.remove();
  }
}

/** The model as a view module knows it; its listeners belong to the host, so that none outlives it. */
function viewModel(host: VitrineView): ViewModel<Record<string, unknown>> {
  const { model } = host;
  return {
    get: (name) => model.get(name) as unknown,
    set: (name, value) => void model.set(name, value),
    save_changes: () => model.save_changes(),
    on: (event, callback) => void model.on(event, callback as (...values: unknown[]) => void, host),
    off: (event, callback) => void model.off(event, callback as (...values: unknown[]) => void, host),
    send: (content) => model.send(content as JSONObject, {}),
  };
}
