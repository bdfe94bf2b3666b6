import { widgetsAreShown, type BarFace, type BarState, type BarView } from "../../cell/index.js";
import { Button } from "../events/index.js";
import { FloatProgress, HBox, Label } from "../generated/index.js";

/** A bar of widgets: how far, one line of text, and a button that stops the cell. Nothing where no widgets are shown. */
export const widgetFace: BarFace = (stop) => (widgetsAreShown() ? widgetBar(stop) : undefined);

function widgetBar(stop: () => void): BarView {
  let widgets: ReturnType<typeof makeWidgets> | undefined;
  return {
    open(state) {
      widgets = makeWidgets(state, stop);
      return widgets.row.view();
    },
    move(state) {
      if (widgets === undefined) return false;
      widgets.bar.set(barState(state));
      widgets.label.set({ value: state.text });
      return true;
    },
    close() {
      if (widgets !== undefined) for (const widget of Object.values(widgets)) widget.close();
      widgets = undefined;
    },
  };
}

function makeWidgets(
  state: BarState,
  stop: () => void,
): { row: HBox; bar: FloatProgress; label: Label; button: Button } {
  const bar = new FloatProgress({ max: 1, ...barState(state) });
  const label = new Label({ value: state.text });
  const button = new Button({
    description: "cancel",
    icon: "stop",
    tooltip: "Stop this cell; its variables are kept",
    layout: { width: "auto" },
  });
  button.onClick(() => {
    button.set({ disabled: true });
    stop();
  });
  return { row: new HBox({ children: [bar, label, button] }), bar, label, button };
}

/** Without a known end the bar is full and of another colour. */
function barState({ part }: BarState): { value: number; barStyle: "" | "info" } {
  return { value: part ?? 1, barStyle: part === undefined ? "info" : "" };
}
