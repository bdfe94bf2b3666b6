import { DOMWidgetModel, DOMWidgetView } from "@jupyter-widgets/base";
import { goneEvent, modelClass, moduleName, protocolVersion, viewClass } from "../protocol/index.js";
import type { Cleanup } from "../view/parts/index.js";
import { loadView } from "./modules.js";
import { viewModel } from "./view-model.js";

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
      this.cleanup = view.render({ model: viewModel(this.model, this) as never, el: this.el });
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
