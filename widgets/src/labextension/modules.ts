import type { WidgetName } from "../protocol/index.js";
import { widgetNames } from "../protocol/index.js";
import type { AnyView } from "../view/parts/index.js";

/** What importing a view's folder gives. */
export interface LoadedView {
  readonly default: AnyView;
}

/** Each view is loaded when a figure of its kind is first shown. */
const loaders: Readonly<Record<WidgetName, () => Promise<LoadedView>>> = {
  histogram: () => import("../view/histogram/index.js"),
  "spectrum-view": () => import("../view/spectrum-view/index.js"),
  "curve-view": () => import("../view/curve-view/index.js"),
  "volume-view": () => import("../view/volume-view/index.js"),
};

/** Loads the view a model names. @throws Error if there is none of that name */
export async function loadView(name: unknown): Promise<AnyView> {
  const known = widgetNames.find((widget) => widget === name);
  if (known === undefined) {
    throw new Error(
      `no view called ${JSON.stringify(name)} in this version of the extension; restart JupyterLab after an update`,
    );
  }
  return (await loaders[known]()).default;
}
