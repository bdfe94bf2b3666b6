/** Colours and type of the page a view stands in, resolved for drawing on a canvas. */
export interface Theme {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly ground: string;
  readonly panel: string;
  readonly accent: string;
  readonly warm: string;
  readonly font: string;
}

/** Reads the theme from the custom properties `--vitrine-*` that hold at an element. */
export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  const read = (name: string, fallback: string): string =>
    style.getPropertyValue(`--vitrine-${name}`).trim() || fallback;
  return {
    text: read("text", "#222"),
    muted: read("muted", "#666"),
    line: read("line", "#ccc"),
    ground: read("ground", "#fff"),
    panel: read("panel", "#f5f5f5"),
    accent: read("accent", "#1668b8"),
    warm: read("warm", "#c8501e"),
    font: read("font", "system-ui, sans-serif"),
  };
}

/**
 * Calls back when the page's theme may have changed: JupyterLab marks its body, a plain page follows the system.
 * Returns what stops it.
 */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ["data-jp-theme-light", "data-jp-theme-name", "class"],
  });
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    scheme.removeEventListener("change", changed);
  };
}
