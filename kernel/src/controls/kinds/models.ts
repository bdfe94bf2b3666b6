import { isOpen, isReferredTo, packReferences, unpackReferences, type Registered } from "../registry.js";
import type { Kind } from "./kind.js";

/** The models that were made for one control alone, and are closed with it. */
const made = new WeakSet<Registered>();

/**
 * A model that belongs to a control, as its layout does: a new control makes its own. A record stands for a new one.
 * The class comes through a function since it may be defined later.
 */
export function part<Model extends Registered>(Class: () => new (options?: object) => Model): Kind<Model> {
  const make = (options: object): Model => {
    const model = new (Class())(options);
    made.add(model);
    return model;
  };
  return {
    get wanted() {
      return `a ${Class().name} or a record of its options`;
    },
    initial: () => make({}),
    is: (value) => value instanceof Class(),
    convert: (value) => (isRecord(value) ? make(value) : value),
    toWire: packReferences,
    fromWire: unpackReferences,
  };
}

/** Another widget. */
export function widget(): Kind<Registered> {
  return {
    wanted: "a widget that is open",
    initial: () => {
      throw new Error("there is no widget by default");
    },
    is: isOpen,
    toWire: packReferences,
    fromWire: unpackReferences,
  };
}

/** One end of a link: a widget and the name of its key on the wire. A new link has none, which is `[]`. */
export function end(): Kind<readonly [Registered, string] | readonly []> {
  return {
    wanted: "[a widget that is open, name of one of its keys]",
    initial: () => [],
    is: (value) =>
      Array.isArray(value) &&
      (value.length === 0 || (value.length === 2 && isOpen(value[0]) && typeof value[1] === "string")),
    toWire: packReferences,
    fromWire: unpackReferences,
  };
}

/** Closes the models that were made for a control that is closed, unless another model refers to them. */
export function closeParts(state: object): void {
  const parts = Object.values(state).filter((value): value is Registered => made.has(value as Registered));
  for (const one of parts) if (!isReferredTo(one)) one.close();
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
