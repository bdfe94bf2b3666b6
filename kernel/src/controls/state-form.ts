import { packReferences, unpackReferences } from "./registry.js";

/** How a state goes over the wire, and what it may be. */
export interface StateForm<State extends object> {
  /** The key that a name on the wire stands for; `undefined` where there is none. */
  keyOf(name: string): string | undefined;
  /** Part of a state as it goes over the wire, binary parts still inside. */
  pack(part: Partial<State>): Readonly<Record<string, unknown>>;
  /** Part of a state as it came in, all its names being known. */
  unpack(wire: Readonly<Record<string, unknown>>): Partial<State>;
  /**
   * What a change comes to: completed and corrected.
   * @throws where the change can't be made
   */
  settle(change: Partial<State>, state: Readonly<State>): Partial<State>;
  /** The keys that say in a line of text what the model is. */
  told(state: Readonly<State>): readonly string[];
}

/** A state whose names are those on the wire, models being references there, and in which everything may be set. */
export function plainForm<State extends object>(initial: State): StateForm<State> {
  const isKey = (name: string): name is keyof State & string => Object.hasOwn(initial, name);
  return {
    keyOf: (name) => (isKey(name) ? name : undefined),
    pack: (part) => packReferences(part) as Record<string, unknown>,
    unpack: (wire) => unpackReferences(wire) as Partial<State>,
    settle: (change) => change,
    told: (state) =>
      Object.keys(state)
        .filter(isKey)
        .filter((key) => isShort(state[key])),
  };
}

function isShort(value: unknown): boolean {
  return typeof value === "number" || typeof value === "boolean" || typeof value === "string";
}
