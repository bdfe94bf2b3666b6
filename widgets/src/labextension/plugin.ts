import { IJupyterWidgetRegistry } from "@jupyter-widgets/base";
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { modelClass, moduleName, protocolVersion, viewClass, viewMime } from "../protocol/index.js";
import { anyModule, anyVersion } from "./any-names.js";
import { FigureRenderer } from "./renderer.js";

/** Before the plain widget view, whose rank is -10: ours shows a picture when there is no live model. */
const rank = -20;

/** Makes JupyterLab show the project's figures. Loads no view, plot or 3-D library before a figure needs it. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: `${moduleName}:plugin`,
  description: "Views of cryo-EM data: histogram, spectrum, curves, volumes.",
  autoStart: true,
  requires: [IJupyterWidgetRegistry, IRenderMimeRegistry],
  activate: (_app: JupyterFrontEnd, widgets: IJupyterWidgetRegistry, rendermime: IRenderMimeRegistry) => {
    widgets.registerWidget({
      name: moduleName,
      version: protocolVersion,
      exports: async () => {
        const { VitrineModel, VitrineView } = await import("./host.js");
        return { [modelClass]: VitrineModel, [viewClass]: VitrineView };
      },
    });
    widgets.registerWidget({
      name: anyModule,
      version: anyVersion,
      exports: async () => {
        const { AnyModel, AnyView } = await import("./any-widget.js");
        return { AnyModel, AnyView };
      },
    });
    rendermime.addFactory(
      { safe: true, mimeTypes: [viewMime], createRenderer: () => new FigureRenderer() },
      rank,
    );
  },
};
export default plugin;
