import { controlForm, initialState, keysOf, type ControlSpec } from "./control-form.js";
import { closeParts, type ClockTime } from "./kinds/index.js";
import { WidgetModel } from "./widget-model.js";

/** A key of a control as it may be written: a layout also as a record, a date or time of day also as text. */
type Written<Value> = Value | OtherWriting<Value>;
type OtherWriting<Value> =
  Value extends Control<infer State>
    ? ControlOptions<State>
    : Value extends Date
      ? string
      : Value extends ClockTime
        ? Partial<ClockTime> | string
        : never;

/** What a new control may be given; the rest has its default. */
export type ControlOptions<State extends object> = {
  readonly [Key in keyof State]?: Written<State[Key]>;
};

/** The class of a control: its instances have each key of the state as a property. */
export interface ControlClass<State extends object> {
  new (options?: ControlOptions<State>): Control<State> & State;
  readonly spec: ControlSpec<State>;
}

/** A standard widget of Jupyter, with properties in camel case. */
export class Control<State extends object> extends WidgetModel<State> {
  private readonly spec: ControlSpec<State>;

  constructor(spec: ControlSpec<State>, options: ControlOptions<State> = {}) {
    super({
      module: spec.model.module,
      moduleVersion: spec.model.version,
      viewModule: spec.view.module,
      viewModuleVersion: spec.view.version,
      modelName: spec.model.name,
      viewName: spec.view.name,
      state: initialState(spec, options),
      notEchoed: keysOf(spec).filter((key) => spec.keys[key].echoed === false),
      form: controlForm(spec),
    });
    this.spec = spec;
    this.onClose(() => closeParts(Object.fromEntries(keysOf(spec).map((key) => [key, this.get(key)]))));
  }

  protected override title(): string {
    return this.spec.name;
  }
}

/** Makes the class of a control: every key of its spec becomes a property that reads and sets the state. */
export function controlClass<State extends object>(spec: ControlSpec<State>): ControlClass<State> {
  const made = class extends Control<State> {
    static readonly spec = spec;

    constructor(options?: ControlOptions<State>) {
      super(spec, options);
    }
  };
  Object.defineProperty(made, "name", { value: spec.name });
  for (const key of keysOf(spec))
    Object.defineProperty(made.prototype, key, {
      get(this: Control<State>) {
        return this.get(key);
      },
      set(this: Control<State>, value: State[typeof key]) {
        this.set({ [key]: value } as unknown as Partial<State>);
      },
      enumerable: true,
      configurable: true,
    });
  return made as unknown as ControlClass<State>;
}
