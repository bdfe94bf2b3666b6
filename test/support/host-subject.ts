/** Runs inside the page under test: a Jupyter widget's model and view of ours, with a stand-in for the widget manager. */
import type { JupyterLuminoWidget } from "@jupyter-widgets/base";
import { Widget } from "@lumino/widgets";
import { VitrineModel, VitrineView } from "../../widgets/src/labextension/host.js";

export interface Hosted {
  readonly view: VitrineView;
  readonly model: VitrineModel;
  readonly sent: unknown[];
  /** Changes of the model that are listened to, once for each listener; the base classes listen to messages only. */
  readonly listeners: () => string[];
}

/** Makes a model with this state and shows a view of it, as Jupyter's widget manager does. */
export async function host(state: Record<string, unknown>): Promise<Hosted> {
  const sent: unknown[] = [];
  const comm = {
    comm_id: "model-1",
    target_name: "jupyter.widget",
    send: (data: unknown) => (sent.push(data), "message-1"),
    close: () => "message-2",
    on_msg: () => undefined,
    on_close: () => undefined,
  };
  const manager = { callbacks: () => ({}), get_model: () => Promise.reject(new Error("none")) };
  const model = new VitrineModel(state, { model_id: "model-1", comm, widget_manager: manager } as never);
  // Layout and style belong to other models, which a page without a manager lacks.
  model.set({ layout: null, style: null, tooltip: null });
  const view = new VitrineView({ model, options: {} } as never);
  Widget.attach(view.luminoWidget as JupyterLuminoWidget, document.body);
  view.render();
  // The view's module is loaded when it is first wanted.
  while (view.el.childNodes.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const events = model as unknown as { _events?: Record<string, unknown[]> };
  const listeners = (): string[] =>
    Object.entries(events._events ?? {})
      .flatMap(([name, heard]) => heard.map(() => name))
      .filter((name) => name.startsWith("change:"));
  return { view, model, sent, listeners };
}
