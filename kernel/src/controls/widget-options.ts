import type { StateForm } from "./state-form.js";

/** What a widget's model is made of. */
export interface WidgetModelOptions<State extends object> {
  /** npm package of the model and view classes, and the version of theirs that is wanted. */
  readonly module: string;
  readonly moduleVersion: string;
  /** Package and version of the view class where they differ. Default: those of the model. */
  readonly viewModule?: string;
  readonly viewModuleVersion?: string;
  readonly modelName: string;
  /** `null` for a model that is never shown by itself. */
  readonly viewName: string | null;
  readonly state: State;
  /** Keys whose new value is not sent back to the view that set it: large binary ones. Default: none. */
  readonly notEchoed?: readonly (keyof State & string)[];
  /** How the state goes over the wire, and what it may be. Default: as it is, and anything. */
  readonly form?: StateForm<State>;
}

/** The keys by which a front end finds the classes of model and view. */
export function classesOf<State extends object>({
  module,
  moduleVersion,
  viewModule = module,
  viewModuleVersion = moduleVersion,
  modelName,
  viewName,
}: WidgetModelOptions<State>): Readonly<Record<string, string | null>> {
  return {
    _model_module: module,
    _model_module_version: moduleVersion,
    _model_name: modelName,
    _view_module: viewModule,
    _view_module_version: viewModuleVersion,
    _view_name: viewName,
  };
}
