import { inspect, type InspectOptions } from "node:util";

/** What Node notes on every promise while async hooks are in use, as it is printed. */
const notes =
  /,?\s*\[Symbol\((?:async_id_symbol|trigger_async_id_symbol|kResourceStore)\)\]: (?:\d+|Ticket \{\})/g;

/** Prints promises without Node's own notes on them. */
export function tidyPromises(): void {
  Reflect.defineProperty(Promise.prototype, inspect.custom, {
    configurable: true,
    writable: true,
    enumerable: false,
    value(this: Promise<unknown>, _depth: number, options: InspectOptions, again: typeof inspect): string {
      const text = again(this, { ...options, customInspect: false, colors: false }).replace(notes, "");
      return text.replace(/^(Promise \{)\n {2}([^\n]*)\n\}$/, "$1 $2 }");
    },
  });
}
