import type { Bytes } from "../cell/index.js";

/** Where in a state a buffer belongs: keys and indices from the top. */
export type BufferPath = readonly (string | number)[];

/** A state without its binary parts, and those parts in order. */
export interface Split<T> {
  readonly state: T;
  readonly paths: readonly BufferPath[];
  readonly buffers: readonly Bytes[];
}

/**
 * Takes the binary parts out of a state, at any depth: in a record the key goes, in an array `null` stays.
 * The state itself is not changed.
 */
export function takeBuffers<T>(state: T): Split<T> {
  const paths: BufferPath[] = [];
  const buffers: Bytes[] = [];
  const take = (value: Bytes, path: BufferPath): void => {
    paths.push(path);
    buffers.push(value);
  };
  return { state: without(state, [], take) as T, paths, buffers };
}

/** Puts binary parts where they belong; gives a new state. A path whose way isn't there is passed over. */
export function putBuffers<T>(state: T, paths: readonly BufferPath[], buffers: readonly Bytes[]): T {
  return paths.reduce<unknown>((whole, path, i) => placed(whole, path, buffers[i]), state) as T;
}

/** Whether a value travels as raw bytes. */
export function isBytes(value: unknown): value is Bytes {
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof SharedArrayBuffer;
}

function without(value: unknown, path: BufferPath, take: (value: Bytes, path: BufferPath) => void): unknown {
  if (Array.isArray(value))
    return value.map((item: unknown, i) =>
      isBytes(item) ? (take(item, [...path, i]), null) : without(item, [...path, i], take),
    );
  if (!isRecord(value)) return value;
  const kept: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value))
    if (isBytes(item)) take(item, [...path, key]);
    else kept.push([key, without(item, [...path, key], take)]);
  return Object.fromEntries(kept);
}

function placed(node: unknown, [key, ...rest]: BufferPath, buffer: Bytes | undefined): unknown {
  if (key === undefined) return buffer;
  if (Array.isArray(node))
    return typeof key === "number" && key < node.length
      ? node.with(key, placed(node[key], rest, buffer))
      : (node as unknown);
  if (!isRecord(node) || (rest.length > 0 && !Object.hasOwn(node, key))) return node;
  return { ...node, [key]: placed(node[key], rest, buffer) };
}

/** Plain data; what knows how to become JSON by itself, a Date for one, is left to that. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !("toJSON" in value);
}
