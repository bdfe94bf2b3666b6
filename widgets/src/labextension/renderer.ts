import type { IRenderMime, IRenderMimeRegistry } from "@jupyterlab/rendermime";
import type { Message } from "@lumino/messaging";
import { Panel, Widget } from "@lumino/widgets";
import { drawnEvent, goneEvent, viewMime, widgetMime } from "../protocol/index.js";
import { stillNode } from "./still.js";

/** Growing by a quarter each time, these add up to about two minutes. */
const firstWaitMs = 200;
const longestWaitMs = 25_000;

const outOfSight = { position: "absolute", insetInline: "0", top: "0", visibility: "hidden" };
const inPlace = { position: "", insetInline: "", top: "", visibility: "" };

/**
 * A figure in a notebook's output: the stored picture at once, and in its place the live view as soon as that has drawn. The picture
 * comes back when the model goes. Without a kernel, after a restart, or in a notebook that is not trusted the picture simply stays.
 */
export class FigureRenderer extends Panel implements IRenderMime.IRenderer {
  private still: Widget | undefined;
  private live: Widget | undefined;
  private model: IRenderMime.IMimeModel | undefined;
  /** What made the live renderer; replaced when the notebook's widget manager has started. */
  private factory: IRenderMime.IRendererFactory | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.addClass("vitrine-output");
    this.node.style.position = "relative";
    this.node.addEventListener(drawnEvent, () => this.show_("live"));
    this.node.addEventListener(goneEvent, () => this.show_("still"));
  }

  renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    this.forgetLive();
    this.still?.dispose();
    this.model = model;
    this.still = new Widget({ node: stillNode(model.data) });
    this.addWidget(this.still);
    this.goLive();
    this.lookAgain({ afterMs: firstWaitMs });
    return Promise.resolve();
  }

  /** Where an output area's registry is found only once the figure stands in it. */
  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this.goLive();
    this.lookAgain({ afterMs: firstWaitMs });
  }

  override dispose(): void {
    clearTimeout(this.waiting);
    super.dispose();
  }

  /**
   * Asks the notebook's own widget renderer for the live view. Its work is kept out of sight, at full width so that the view can
   * measure itself, until the view says that it has drawn.
   */
  private goLive(): void {
    const { model } = this;
    if (!this.isAttached || model === undefined || this.isLive()) return;
    // A model id in a notebook from elsewhere may point at any widget, one that holds HTML too: those need trust.
    if (!model.trusted || model.data[widgetMime] === undefined) return;
    const registry = registryAbove(this);
    const factory = registry?.getFactory(widgetMime);
    if (registry === undefined || factory === this.factory) return;
    this.forgetLive();
    this.factory = factory;
    if (factory === undefined) return;
    const live = registry.createRenderer(widgetMime);
    this.live = live;
    Object.assign(live.node.style, outOfSight);
    this.addWidget(live);
    live.renderModel(detached(model)).catch(() => this.show_("still"));
  }

  /**
   * A notebook's widget manager starts after its outputs are there, and gives the registry another factory without saying so.
   * Looks again at growing intervals, for about two minutes: long enough for a slow server to find the kernel.
   */
  private lookAgain({ afterMs }: { readonly afterMs: number }): void {
    clearTimeout(this.waiting);
    if (afterMs > longestWaitMs) return;
    this.waiting = setTimeout(() => {
      if (this.isDisposed || this.isLive()) return;
      this.goLive();
      this.lookAgain({ afterMs: afterMs * 1.25 });
    }, afterMs);
  }

  private isLive(): boolean {
    return this.live !== undefined && this.still?.isHidden === true;
  }

  private forgetLive(): void {
    this.live?.dispose();
    this.live = undefined;
    this.factory = undefined;
  }

  private show_(which: "live" | "still"): void {
    const isLive = which === "live" && this.live !== undefined;
    this.still?.setHidden(isLive);
    if (this.live === undefined) return;
    Object.assign(this.live.node.style, isLive ? inPlace : outOfSight);
  }
}

/** The registry of the output area around a widget. */
function registryAbove(widget: Widget): IRenderMimeRegistry | undefined {
  for (let above = widget.parent; above !== null; above = above.parent) {
    const { rendermime } = above as Widget & { readonly rendermime?: IRenderMimeRegistry };
    if (rendermime !== undefined) return rendermime;
  }
  return undefined;
}

/** A copy of the output's data for the widget renderer, which empties the model id when a view goes: the notebook keeps it. */
function detached(model: IRenderMime.IMimeModel): IRenderMime.IMimeModel {
  const data = { [widgetMime]: structuredClone(model.data[widgetMime]), [viewMime]: model.data[viewMime] };
  return {
    trusted: model.trusted,
    metadata: model.metadata,
    data,
    setData: () => undefined,
  } as IRenderMime.IMimeModel;
}
