import type { inspect } from "node:util";
import type { displaySymbol, MimeBundle } from "../cell/index.js";

/** Something with a state that cells and consoles can show: they call it by symbols. */
export interface Stateful<State extends object> {
  get<Key extends keyof State & string>(key: Key): State[Key];
  set(change: Partial<State>): void;
  [displaySymbol](): MimeBundle;
  [inspect.custom](): string;
}
