import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { collectCall } from "../messages/index.js";

/** Lets the front door have garbage collected also inside a loop: it calls this in the code that is running. */
export function offerCollection(): void {
  let collect: (() => void) | undefined;
  const value = (): void => {
    setFlagsFromString("--expose-gc");
    collect ??= runInNewContext("gc") as () => void;
    collect();
  };
  Object.defineProperty(globalThis, Symbol.for(collectCall), { configurable: true, value });
}
