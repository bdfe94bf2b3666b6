/** Longest type that is written out, in characters: a longer one is cheaper to look up. */
const longest = 600;

/** Names that mean the same in every cell. */
const everywhere: ReadonlySet<string> = new Set(
  (
    "any unknown never void null undefined string number boolean bigint object symbol true false readonly keyof " +
    "Array ReadonlyArray Promise Map Set WeakMap WeakSet Record Partial Date RegExp Error URL Buffer ArrayBuffer " +
    "SharedArrayBuffer ArrayBufferLike Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array " +
    "Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array DataView"
  ).split(" "),
);

/** What is known of a variable apart from its cell. */
export interface Known {
  /**
   * Its type, where that can be written down without naming anything that only its own cell knows. Later cells then
   * need not look at that cell at all, nor at those that it was made from.
   */
  readonly type?: string;
  /** What is written about it, in one line. */
  readonly documentation?: string;
}

/**
 * Reads what the server says of a variable.
 * @param hover the server's words
 * @param isTaken whether a cell has declared a name for itself
 */
export function knownFrom(hover: string, name: string, isTaken: (name: string) => boolean): Known {
  const [, said, type, text] =
    /^```typescript\n(?:let|const|var) ([^\s:]+): ([^]+?)\n```([^]*)/.exec(hover) ?? [];
  if (type === undefined || said !== name) return {};
  const documentation = text!.replaceAll("*/", "*\\/").replace(/\s+/g, " ").trim();
  return {
    ...(isClosed(type, isTaken) && { type: type.replace(/\s*\n\s*/g, " ") }),
    ...(documentation !== "" && { documentation }),
  };
}

function isClosed(type: string, isTaken: (name: string) => boolean): boolean {
  const bare = type.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  if (type.length > longest || /\.\.\.|`/.test(bare)) return false;
  return [...bare.matchAll(nameOfType)].every(([word]) => everywhere.has(word) && !isTaken(word));
}

/** A name that is none of a property or a parameter. */
const nameOfType =
  /(?<![\p{ID_Continue}$])[\p{ID_Start}$_][\p{ID_Continue}$]*(?![\p{ID_Continue}$]|\??\s*:)/gu;
