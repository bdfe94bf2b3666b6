import { asRead, asWire, type Kinds } from "./kinds/index.js";
import { refusal } from "./refusal.js";
import { isModel } from "./registry.js";
import { isSame } from "./same.js";
import type { StateForm } from "./state-form.js";

/** A class in a package of the front end. */
export interface FrontClass {
  readonly module: string;
  readonly version: string;
  /** `null` for the view of a model that is never shown by itself. */
  readonly name: string | null;
}

/** Completes and corrects a change, e.g. brings a value between its bounds. `name` is for what an error says. */
export type Settle<State extends object> = (
  change: Partial<State>,
  state: Readonly<State>,
  name: string,
) => Partial<State>;

/** All that makes a control what it is. */
export interface ControlSpec<State extends object> {
  /** Name of the class, as ipywidgets has it. */
  readonly name: string;
  readonly model: FrontClass & { readonly name: string };
  readonly view: FrontClass;
  readonly keys: Kinds<State>;
  /** Values of a new control that hang on others; those that are given stay. Default: none. */
  readonly start?: (state: Readonly<State>) => Partial<State>;
  /** Default: every key stands for itself. */
  readonly settle?: Settle<State>;
}

/** Names, conversions and checks of a control's state. */
export function controlForm<State extends object>(spec: ControlSpec<State>): StateForm<State> {
  const { name, keys, settle } = spec;
  const wireNames = new Map(keysOf(spec).map((key) => [key, wireName(spec, key)]));
  const byWireName = new Map([...wireNames].map(([key, wire]) => [wire, key]));
  return {
    keyOf: (wire) => byWireName.get(wire),
    pack: (part) =>
      Object.fromEntries(
        (Object.keys(part) as (keyof State & string)[]).flatMap((key) => {
          const wire = wireNames.get(key);
          return wire === null || wire === undefined
            ? []
            : [[wire, asWire(keys[key], part[key] as State[typeof key])]];
        }),
      ),
    unpack: (wire) =>
      Object.fromEntries(
        Object.entries(wire).map(([wireKey, value]) => {
          const key = byWireName.get(wireKey)!;
          return [key, asRead(keys[key], value)];
        }),
      ) as Partial<State>,
    settle: (change, state) => {
      const checked = checkedChange(spec, change);
      return settle === undefined ? checked : settle(checked, state, name);
    },
    told: (state) => toldKeys(spec, state),
  };
}

/** State of a new control: what was given, completed by the defaults of its kinds. */
export function initialState<State extends object>(spec: ControlSpec<State>, given: object): State {
  const options = Object.entries(given).filter(([, value]) => value !== undefined);
  const checked = checkedChange(spec, Object.fromEntries(options) as Partial<State>);
  const missing = keysOf(spec).filter((key) => !Object.hasOwn(checked, key));
  const defaults = Object.fromEntries(missing.map((key) => [key, spec.keys[key].initial()]));
  const plain = { ...defaults, ...checked } as State;
  const started = { ...spec.start?.(plain), ...checked };
  const state = { ...plain, ...started };
  return { ...state, ...spec.settle?.(started, state, spec.name) };
}

/** The keys of a control's state. */
export function keysOf<State extends object>({ keys }: ControlSpec<State>): (keyof State & string)[] {
  return Object.keys(keys) as (keyof State & string)[];
}

/** A change in which each value is of its key's kind. */
function checkedChange<State extends object>(
  spec: ControlSpec<State>,
  change: Partial<State>,
): Partial<State> {
  const checked = Object.entries<unknown>(change).map(([key, given]) => {
    if (!Object.hasOwn(spec.keys, key))
      throw refusal(spec.name, { got: key, wanted: `one of its keys: ${keysOf(spec).join(", ")}` });
    const kind = spec.keys[key as keyof State];
    const value = kind.convert === undefined ? given : kind.convert(given);
    if (!kind.is(value)) throw refusal(`${spec.name}.${key}`, { got: given, wanted: kind.wanted });
    return [key, value];
  });
  return Object.fromEntries(checked) as Partial<State>;
}

function wireName<State extends object>(
  { keys }: ControlSpec<State>,
  key: keyof State & string,
): string | null {
  const { name } = keys[key];
  return name === undefined ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : name;
}

/** Value and bounds first, then what isn't as in every new control; what belongs to its looks is left out. */
function toldKeys<State extends object>(
  spec: ControlSpec<State>,
  state: Readonly<State>,
): (keyof State & string)[] {
  const first = keysOf(spec).filter((key) => ["value", "min", "max"].includes(key));
  const inOrder = ["value", "min", "max"].filter((key) => (first as string[]).includes(key));
  const rest = keysOf(spec).filter((key) => {
    if (spec.keys[key].told === false) return false;
    const value = state[key];
    return !(first as string[]).includes(key) && !isModel(value) && !isSame(value, spec.keys[key].initial());
  });
  return [...(inOrder as typeof rest), ...rest];
}
