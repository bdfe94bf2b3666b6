import { DirectionalLink, Link } from "../generated/index.js";
import { refusal } from "../refusal.js";
import type { WidgetModel } from "../widget-model.js";
import type { End } from "./link.js";

/**
 * Keeps a key of one widget and one of another the same, in the browser: at once, and also without a kernel.
 * Returns the undo. A selection is linked by its `index`, since its `value` is known to the kernel alone.
 * @throws RangeError if a key is not known to the browser
 *
 * @example
 * ```ts
 * const undo = jslink([play, "value"], [slider, "value"]);
 * ```
 */
export function jslink<
  A extends object,
  KeyA extends keyof A & string,
  B extends object,
  KeyB extends keyof B & string,
>(first: End<A, KeyA>, second: End<B, KeyB>): () => void {
  const model = new Link({ source: named(first), target: named(second) });
  return () => model.close();
}

/** Lets a key of one widget follow that of another, in the browser. Else as {@link jslink}. */
export function jsdlink<
  A extends object,
  KeyA extends keyof A & string,
  B extends object,
  KeyB extends keyof B & string,
>(source: End<A, KeyA>, target: End<B, KeyB>): () => void {
  const model = new DirectionalLink({ source: named(source), target: named(target) });
  return () => model.close();
}

/** An end by the name that its key has in the browser. */
function named<State extends object, Key extends keyof State & string>([widget, key]: End<
  State,
  Key
>): readonly [WidgetModel<State>, string] {
  const known = widget.wireState();
  const name = [key, key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)].find(
    (one) => one in known,
  );
  if (name !== undefined) return [widget, name];
  throw refusal("jslink", {
    got: key,
    wanted: `a key of ${String(widget)} that the browser has`,
    hint: "selections have their index there, not their value",
  });
}
