import type { Cleanup, ViewModel } from "./afm.js";

/** Collects what a view must undo when it goes. */
export interface Scope {
  readonly ended: () => boolean;
  readonly add: (cleanup: Cleanup) => void;
  readonly listen: <Name extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    name: Name,
    heard: (event: HTMLElementEventMap[Name]) => void,
    options?: AddEventListenerOptions,
  ) => void;
  /** Calls back when one of these fields of the model changes. */
  readonly observe: <State>(
    model: ViewModel<State>,
    names: readonly (keyof State & string)[],
    changed: () => void,
  ) => void;
  /** Makes a function that draws at the next frame, once, however often it is called before. */
  readonly eachFrame: (draw: () => void) => () => void;
  /** Undoes everything, last things first. */
  readonly end: Cleanup;
}

/** Opens a scope; what is added to it is undone by its `end`. */
export function openScope(): Scope {
  const cleanups: Cleanup[] = [];
  let ended = false;
  const add = (cleanup: Cleanup): void => {
    if (ended) cleanup();
    else cleanups.push(cleanup);
  };
  return {
    ended: () => ended,
    add,
    listen: (target, name, heard, options) => {
      target.addEventListener(name, heard, options);
      add(() => target.removeEventListener(name, heard, options));
    },
    observe: (model, names, changed) => {
      for (const name of names) {
        model.on(`change:${name}`, changed);
        add(() => model.off(`change:${name}`, changed));
      }
    },
    eachFrame: (draw) => {
      let waiting = 0;
      add(() => cancelAnimationFrame(waiting));
      return () => {
        if (ended || waiting !== 0) return;
        waiting = requestAnimationFrame(() => {
          waiting = 0;
          draw();
        });
      };
    },
    end: () => {
      if (ended) return;
      ended = true;
      for (const cleanup of cleanups.reverse()) cleanup();
    },
  };
}
