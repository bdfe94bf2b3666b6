import type { Scope } from "./scope.js";

/** Calls the function named by the key and keeps the page from scrolling. Keys with Control, Alt or Meta stay the page's. */
export function onKeys(
  scope: Scope,
  target: HTMLElement,
  keys: Readonly<Record<string, (event: KeyboardEvent) => void>>,
): void {
  scope.listen(target, "keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const act = keys[event.key];
    if (act === undefined || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    // JupyterLab gives keys such as ArrowDown, Escape and "l" meanings of its own.
    event.stopPropagation();
    act(event);
  });
}
