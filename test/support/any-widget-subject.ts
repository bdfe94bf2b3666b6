/** Runs inside the page under test: model and view of users' own widgets, with a stand-in for the widget manager. */
import type { JupyterLuminoWidget } from "@jupyter-widgets/base";
import { Widget } from "@lumino/widgets";
import { AnyModel, AnyView } from "../../widgets/src/labextension/any-widget.js";

export interface HostedOwn {
  readonly model: AnyModel;
  readonly sent: unknown[];
  /** Shows one more view of the model. */
  readonly show: () => Promise<AnyView>;
  /** Changes of the count that are listened to, once for each listener. */
  readonly listeners: () => string[];
}

/** Makes a model with this state. */
export function own(state: Record<string, unknown>): HostedOwn {
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
  const model = new AnyModel(state, { model_id: "model-1", comm, widget_manager: manager } as never);
  // Layout and style belong to other models, which a page without a manager lacks.
  model.set({ layout: null, style: null, tooltip: null });
  const events = model as unknown as { _events?: Record<string, unknown[]> };
  return {
    model,
    sent,
    async show() {
      const view = new AnyView({ model, options: {} } as never);
      Widget.attach(view.luminoWidget as JupyterLuminoWidget, document.body);
      view.render();
      while (view.el.childNodes.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      return view;
    },
    listeners: () =>
      Object.entries(events._events ?? {})
        .flatMap(([name, heard]) => heard.map(() => name))
        .filter((name) => name === "change:count"),
  };
}
