import { WidgetModel } from "../../../kernel/src/controls/index.js";
import type { Recorder } from "./recorder.js";

/** One key of each sort. */
export interface State {
  level: number;
  name: string;
  range: readonly number[];
  data: Uint8Array | Float32Array;
  other?: unknown;
}

/** A model of class `M` in module `m`. */
export function model(extra: Partial<State> = {}, notEchoed: (keyof State)[] = []): WidgetModel<State> {
  const state: State = { level: 1, name: "a", range: [0, 1], data: new Uint8Array([7, 8]), ...extra };
  const classes = { module: "m", moduleVersion: "1.2.3", modelName: "M", viewName: "V" };
  return new WidgetModel({ ...classes, state, notEchoed });
}

/** Makes models whose opening message is not looked at. */
export function openedOn(front: { readonly current: Recorder }): typeof model {
  return (...args) => {
    const made = model(...args);
    front.current.take();
    return made;
  };
}

/** A change as either side sends it. */
export const update = (state: object, buffer_paths: unknown[] = []): Record<string, unknown> => ({
  method: "update",
  state,
  buffer_paths,
});

/** A view's change on its way to all views. */
export const echo = (state: object, buffer_paths: unknown[] = []): Record<string, unknown> => ({
  method: "echo_update",
  state,
  buffer_paths,
});
