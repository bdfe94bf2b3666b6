import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as controls from "../../../../kernel/src/controls/index.js";
import * as generated from "../../../../kernel/src/controls/generated/index.js";
import { repositoryRoot } from "../../../support/tree.js";

/** What the schema says of one attribute of a model. */
export interface Attribute {
  readonly name: string;
  readonly type: string | readonly string[];
  readonly default: unknown;
  readonly allow_none?: boolean;
  readonly enum?: readonly string[];
  readonly items?: { readonly type: string };
  readonly widget?: string;
}

/** What the schema says of one model. */
export interface SchemaModel {
  readonly model: { readonly name: string; readonly module: string; readonly version: string };
  readonly view: { readonly name: string | null; readonly module: string; readonly version: string };
  readonly attributes: readonly Attribute[];
}

const file = "node_modules/@jupyter-widgets/schema/jupyterwidgetmodels.latest.json";

/** The models of the schema that is installed. */
export const schema = JSON.parse(readFileSync(join(repositoryRoot, file), "utf8")) as readonly SchemaModel[];

/** Any control: its properties by name. */
export type AnyControl = controls.WidgetModel<object> & Record<string, unknown>;
type AnyClass = new (options?: object) => AnyControl;

const renamed: Readonly<Record<string, string>> = {
  DatetimeModel: "DatetimePicker",
  NaiveDatetimeModel: "NaiveDatetimePicker",
  TimeModel: "TimePicker",
};

/** The class that users take for a model, as `ipywidgets` calls it. */
export function classOf(modelName: string): AnyClass {
  const name = renamed[modelName] ?? modelName.replace(/Model$/, "");
  const found = { ...generated, ...controls } as unknown as Record<string, AnyClass | undefined>;
  const made = found[name] ?? found[`${name}Model`];
  if (made === undefined) throw new Error(`no class for ${modelName}`);
  return made;
}

/** A new control; sliders over options can't be without any. */
export function newControl(modelName: string, options: object = {}): AnyControl {
  const start = /^Selection.*Slider/.test(modelName) ? { options: ["a", "b"], ...options } : options;
  return new (classOf(modelName))(start);
}

/** An attribute's name as a property. */
export function propertyOf(attribute: string): string {
  return attribute.replace(/^_/, "").replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
