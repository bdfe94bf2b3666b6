import type { WidgetModel } from "../widget-model.js";

/** A widget and one of its keys. */
export type End<State extends object, Key extends keyof State & string> = readonly [
  widget: WidgetModel<State>,
  key: Key,
];

/** How values change on their way. */
export interface LinkOptions<A, B> {
  /** From the first end to the second. Default: as it is. */
  readonly to?: (value: A) => B;
  /** From the second end to the first. Default: as it is. */
  readonly from?: (value: B) => A;
}

/**
 * Lets a key of one widget follow that of another, in the kernel, now and at every change. Returns the undo.
 *
 * @example
 * ```ts
 * dlink([slider, "value"], [label, "value"], (value) => `${value} Å`);
 * ```
 */
export function dlink<
  A extends object,
  KeyA extends keyof A & string,
  B extends object,
  KeyB extends keyof B & string,
>(
  [source, key]: End<A, KeyA>,
  [target, targetKey]: End<B, KeyB>,
  transform: (value: A[KeyA]) => B[KeyB] = asItIs,
): () => void {
  const follow = (value: A[KeyA]): void =>
    target.set({ [targetKey]: transform(value) } as unknown as Partial<B>);
  follow(source.get(key));
  return source.on("change", key, ({ value }) => follow(value));
}

/**
 * Keeps a key of one widget and one of another the same, in the kernel; at first both are as the first one was.
 * Returns the undo.
 *
 * @example
 * ```ts
 * link([pixels, "value"], [length, "value"], { to: (n) => n * pixelSizeA, from: (a) => Math.round(a / pixelSizeA) });
 * ```
 */
export function link<
  A extends object,
  KeyA extends keyof A & string,
  B extends object,
  KeyB extends keyof B & string,
>(
  [a, keyA]: End<A, KeyA>,
  [b, keyB]: End<B, KeyB>,
  { to = asItIs, from = asItIs }: LinkOptions<A[KeyA], B[KeyB]> = {},
): () => void {
  /** On the way from one to the other: not to be sent back. */
  const passed = new Set<unknown>();
  const pass = <State extends object>(widget: WidgetModel<State>, key: string, value: unknown): void => {
    passed.add(value);
    try {
      widget.set({ [key]: value } as Partial<State>);
    } finally {
      passed.delete(value);
    }
  };
  const undoA = a.on("change", keyA, ({ value }) => {
    if (!passed.has(value)) pass(b, keyB, to(value));
  });
  const undoB = b.on("change", keyB, ({ value }) => {
    if (!passed.has(value)) pass(a, keyA, from(value));
  });
  pass(b, keyB, to(a.get(keyA)));
  return () => {
    undoA();
    undoB();
  };
}

function asItIs<A, B>(value: A): B {
  return value as unknown as B;
}
