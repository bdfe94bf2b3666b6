import { isDeepStrictEqual } from "node:util";
import { isBytes } from "./buffers.js";
import { isModel } from "./registry.js";

/** Whether setting `b` in the place of `a` changes nothing: bytes and records set again may have changed inside. */
export function isUnchanged(a: unknown, b: unknown): boolean {
  const sealed = typeof a !== "object" || a === null || isModel(a);
  return a === b ? sealed : isSame(a, b);
}

/** Whether two values read the same. Models and bytes are the same only as themselves. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (isBytes(a) || isBytes(b) || isModel(a) || isModel(b)) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, i) => isSame(one, b[i]));
  return isDeepStrictEqual(a, b);
}
