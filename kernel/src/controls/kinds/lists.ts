import { asRead, asWire, type Kind } from "./kind.js";

/** A list of `kind`; anything that can be iterated is copied into one. */
export function list<Value>(kind: Kind<Value>, initial: readonly Value[] = []): Kind<readonly Value[]> {
  return {
    wanted: `a list, each ${kind.wanted}`,
    initial: () => initial,
    is: (value) => Array.isArray(value) && value.every((one) => kind.is(one)),
    convert: (value) => each(value, (one) => kind.convert?.(one) ?? one),
    toWire: (value) => value.map((one) => asWire(kind, one)),
    fromWire: (value) => each(value, (one) => asRead(kind, one)),
  };
}

/** Two of `kind`, the lower first. */
export function pair(
  kind: Kind<number>,
  initial: readonly [number, number],
): Kind<readonly [number, number]> {
  return {
    wanted: `[lower, upper], each ${kind.wanted}`,
    initial: () => initial,
    is: (value) => Array.isArray(value) && value.length === 2 && value.every(kind.is) && value[0] <= value[1],
    convert: (value) => each(value, (one) => one),
  };
}

function each(value: unknown, map: (one: unknown) => unknown): unknown {
  const iterable = typeof value === "object" && value !== null && Symbol.iterator in value;
  return iterable ? Array.from(value as Iterable<unknown>, map) : value;
}
