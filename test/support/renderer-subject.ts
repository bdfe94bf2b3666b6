/** Runs inside the page under test: an output area with one figure, and a stand-in for Jupyter's own widget renderer. */
import { Panel, Widget } from "@lumino/widgets";
import { FigureRenderer } from "../../widgets/src/labextension/renderer.js";
import { drawnEvent, goneEvent, viewMime, widgetMime } from "../../widgets/src/protocol/index.js";

interface StageOptions {
  readonly trusted: boolean;
  readonly manager: "never" | "at once" | "later";
  readonly hasModel: boolean;
}

interface Stage {
  readonly render: (wordsOnly?: string) => Promise<void>;
  readonly loseModel: () => void;
  readonly storedModelId: () => unknown;
}

const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** Without a manager the renderer waits for ever; with one it draws 100 ms after it found the model, and says so. */
class StandIn extends Widget {
  constructor(
    private readonly hasManager: boolean,
    private readonly hasModel: boolean,
  ) {
    super();
    this.addClass("stand-in");
  }
  async renderModel(model: { readonly data: Record<string, unknown> }): Promise<void> {
    const source = model.data[widgetMime] as { model_id: string };
    this.node.textContent = "Loading widget...";
    if (!this.hasManager) return new Promise(() => undefined);
    if (!this.hasModel) {
      this.node.textContent = "Error displaying widget: model not found";
      return;
    }
    this.node.classList.add("live");
    this.node.addEventListener(goneEvent, () => (source.model_id = ""));
    await new Promise((resolve) => setTimeout(resolve, 100));
    this.node.dispatchEvent(new CustomEvent(drawnEvent, { bubbles: true }));
  }
}

export function openStage({ trusted, manager, hasModel }: StageOptions): Stage {
  // As in JupyterLab's own style sheet.
  const style = document.createElement("style");
  style.textContent = ".lm-mod-hidden { display: none !important; }";
  document.head.append(style);
  let factory = { hasManager: manager === "at once" };
  if (manager === "later") setTimeout(() => (factory = { hasManager: true }), 400);
  const registry = {
    getFactory: () => factory,
    createRenderer: () => new StandIn(factory.hasManager, hasModel),
  };
  const area = Object.assign(new Panel(), { rendermime: registry });
  const figure = new FigureRenderer();
  area.addWidget(figure);
  const data: Record<string, unknown> = {
    [viewMime]: { version: "0.1.0", widget: "histogram", model_id: "model-1", text: "a figure" },
    [widgetMime]: { version_major: 2, version_minor: 0, model_id: "model-1" },
    "image/png": pixel,
  };
  return {
    render: async (wordsOnly) => {
      const shown = wordsOnly === undefined ? data : { "text/plain": wordsOnly };
      await figure.renderModel({ trusted, data: shown, metadata: {}, setData: () => undefined } as never);
      if (!area.isAttached) Widget.attach(area, document.body);
    },
    loseModel: () =>
      document.querySelector(".live")!.dispatchEvent(new CustomEvent(goneEvent, { bubbles: true })),
    storedModelId: () => (data[widgetMime] as { model_id: unknown }).model_id,
  };
}
