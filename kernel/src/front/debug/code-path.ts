import { tmpdir } from "node:os";
import { join, sep } from "node:path";

/** Any number will do; both sides must start from the same. */
const seed = 0x56_54_52_4e;
const multiplier = 0x5bd1e995;

/**
 * How a front end knows the file that a cell is to the debugger: it takes the cell's text and computes the name by
 * itself. No such file exists; the prefix holds the process's id, because breakpoints of an older kernel are sent anew
 * only where the prefix has changed.
 */
export const cellFiles: {
  readonly hashMethod: string;
  readonly hashSeed: number;
  readonly tmpFilePrefix: string;
  readonly tmpFileSuffix: string;
} = {
  hashMethod: "Murmur2",
  hashSeed: seed,
  tmpFilePrefix: join(tmpdir(), `vitrine-${process.pid}`) + sep,
  tmpFileSuffix: ".ts",
};

/** The file that a cell with this text is to the debugger. */
export function codePath(code: string): string {
  return `${cellFiles.tmpFilePrefix}${murmur2(code, seed)}${cellFiles.tmpFileSuffix}`;
}

/** Whether a path is that of a cell, of whatever text. */
export function isCodePath(path: string): boolean {
  return path.startsWith(cellFiles.tmpFilePrefix);
}

/** MurmurHash2 of the text's UTF-8 bytes, 32 bits: the one hash that front ends offer. Austin Appleby, public domain. */
export function murmur2(text: string, start: number): number {
  const bytes = Buffer.from(text, "utf8");
  const whole = bytes.length - (bytes.length % 4);
  let hash = start ^ bytes.length;
  for (let at = 0; at < whole; at += 4) {
    const scrambled = Math.imul(bytes.readInt32LE(at), multiplier);
    hash = Math.imul(hash, multiplier) ^ Math.imul(scrambled ^ (scrambled >>> 24), multiplier);
  }
  if (whole < bytes.length) {
    const rest = bytes.readUIntLE(whole, bytes.length - whole);
    hash = Math.imul(hash ^ rest, multiplier);
  }
  hash = Math.imul(hash ^ (hash >>> 13), multiplier);
  return (hash ^ (hash >>> 15)) >>> 0;
}
