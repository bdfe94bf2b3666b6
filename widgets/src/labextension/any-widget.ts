import { DOMWidgetModel, DOMWidgetView, type WidgetModel } from "@jupyter-widgets/base";
import type { JSONObject } from "@lumino/coreutils";
import { anyModule } from "./any-names.js";
import { viewModel } from "./view-model.js";

/** What a hook may leave behind: called when the model or the view goes. */
type Undo = (() => void | Promise<void>) | undefined | void;
type Hook<Props> = (props: Props) => Undo | Promise<Undo>;

/** A user's module, by the contract of anywidget's front-end modules. */
interface AnyModule {
  readonly initialize?: Hook<{ readonly model: object }>;
  readonly render?: Hook<{ readonly model: object; readonly el: HTMLElement }>;
}

/** Model of a widget whose code is in its state. */
export class AnyModel extends DOMWidgetModel {
  private loading: Promise<AnyModule> | undefined;
  private undo: Promise<Undo> | undefined;

  override defaults(): Record<string, unknown> {
    return {
      ...super.defaults(),
      _model_module: anyModule,
      _model_name: "AnyModel",
      _view_module: anyModule,
      _view_name: "AnyView",
      _esm: "",
      _css: "",
    };
  }

  /** The user's module; at its first view it is loaded and initialized. */
  async start(): Promise<AnyModule> {
    this.loading ??= loadModule(String(this.get("_esm")));
    const loaded = await this.loading;
    this.undo ??= Promise.resolve(loaded.initialize?.({ model: anyModel(this, this) }));
    await this.undo;
    return loaded;
  }

  override async close(commClosed?: boolean): Promise<void> {
    await (
      await this.undo?.catch(() => undefined)
    )?.();
    await super.close(commClosed);
  }
}

/** Shows one view of the user's widget, with its style sheet. */
export class AnyView extends DOMWidgetView {
  private readonly owner = {};
  private undo: Undo = undefined;
  private removed = false;

  override render(): void {
    super.render();
    void this.mount();
  }

  private async mount(): Promise<void> {
    try {
      const { render } = await (this.model as AnyModel).start();
      if (this.removed) return;
      const style = document.createElement("style");
      style.textContent = String(this.model.get("_css"));
      this.el.append(style);
      const undo = await render?.({ model: anyModel(this.model, this.owner), el: this.el });
      if (this.removed) await undo?.();
      else this.undo = undo;
    } catch (error) {
      this.el.textContent = `This widget can't be shown: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  override remove(): void {
    this.removed = true;
    void this.undo?.();
    this.undo = undefined;
    this.model.off(null as never, null as never, this.owner);
    super.remove();
  }
}

/** Imports a module from its text, or from its address on the web. */
async function loadModule(esm: string): Promise<AnyModule> {
  const isAddress = /^https?:\/\//.test(esm);
  const address = isAddress ? esm : URL.createObjectURL(new Blob([esm], { type: "text/javascript" }));
  try {
    const { default: given } = (await import(/* webpackIgnore: true */ address)) as {
      readonly default?: AnyModule | (() => AnyModule | Promise<AnyModule>);
    };
    if (given === undefined) throw new Error("its module has no default export with render in it");
    return typeof given === "function" ? await given() : given;
  } finally {
    if (!isAddress) URL.revokeObjectURL(address);
  }
}

/** The model as a user's module knows it. */
function anyModel(model: WidgetModel, owner: object): object {
  return {
    ...viewModel(model, owner),
    off: (event: string | null = null, callback: (() => void) | null = null) =>
      void model.off(event as string, callback as () => void, owner),
    send: (content: JSONObject, callbacks?: object, buffers?: ArrayBuffer[]) =>
      model.send(content, callbacks ?? {}, buffers),
    widget_manager: model.widget_manager as unknown,
  };
}
