import { isBytes } from "../buffers.js";
import type { Bytes } from "../../cell/index.js";
import type { Kind } from "./kind.js";

/** Text. */
export function text(initial: string = ""): Kind<string> {
  return { wanted: "text", initial: () => initial, is: (value) => typeof value === "string" };
}

/** Yes or no. */
export function flag(initial: boolean): Kind<boolean> {
  return { wanted: "true or false", initial: () => initial, is: (value) => typeof value === "boolean" };
}

/** A whole number. */
export function integer(initial: number): Kind<number> {
  return { wanted: "a whole number", initial: () => initial, is: Number.isSafeInteger };
}

/** A number that JSON can carry: neither infinite nor NaN. */
export function number(initial: number): Kind<number> {
  return { wanted: "a finite number", initial: () => initial, is: Number.isFinite };
}

/** One of a few words. */
export function word<Word extends string>(words: readonly Word[], initial: NoInfer<Word>): Kind<Word> {
  const known = new Set<unknown>(words);
  const wanted = words.map((one) => JSON.stringify(one)).join(", ");
  return { wanted: `one of ${wanted}`, initial: () => initial, is: (value) => known.has(value) };
}

/** What `kind` accepts, or the word `other`. */
export function orWord<Value, Word extends string>(kind: Kind<Value>, other: Word): Kind<Value | Word> {
  return {
    wanted: `${kind.wanted} or ${JSON.stringify(other)}`,
    initial: () => kind.initial(),
    is: (value) => value === other || kind.is(value),
  };
}

/** Raw bytes; a new control has none. */
export function bytes(): Kind<Bytes> {
  const wanted = "bytes: a typed array, a Buffer or an ArrayBuffer";
  return { wanted, initial: () => new Uint8Array(0), is: isBytes };
}

/** Whatever there is; a new control has `null`. */
export function anything(): Kind<unknown> {
  return { wanted: "anything", initial: () => null, is: () => true };
}

/** A JSON record. */
export function record(): Kind<Readonly<Record<string, unknown>>> {
  return {
    wanted: "a record",
    initial: () => ({}),
    is: (value) => typeof value === "object" && value !== null && !Array.isArray(value) && !isBytes(value),
  };
}
