import { Text } from "../events/index.js";
import { Checkbox, DatePicker, FloatSlider, IntSlider } from "../generated/index.js";
import type { Registered } from "../registry.js";
import { Dropdown } from "../selection/index.js";
import type { WidgetModel } from "../widget-model.js";
import type { ControlPlan } from "./abbreviation.js";

/** Makes the control that is planned, with the parameter's name before it; `undefined` where there is to be none. */
export function makeControl(name: string, plan: ControlPlan): Registered | undefined {
  const description = name;
  switch (plan.control) {
    case "slider": {
      const { value, min, max, step } = plan;
      return new (plan.whole ? IntSlider : FloatSlider)({ description, value, min, max, step });
    }
    case "checkbox":
      return new Checkbox({ description, value: plan.value });
    case "text":
      return new Text({ description, value: plan.value });
    case "date":
      return new DatePicker({ description, value: plan.value });
    case "dropdown":
      return new Dropdown({ description, options: plan.options });
    case "widget":
      describe(plan.widget, name);
      return plan.widget;
    case "none":
      return undefined;
  }
}

/** A widget that has room for a name and none yet gets this one. */
function describe(widget: Registered, description: string): void {
  const described = widget as WidgetModel<{ description: string }>;
  if (described.get("description") === "") described.set({ description });
}
