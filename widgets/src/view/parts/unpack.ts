import type { Packed } from "../../protocol/index.js";

/** Numbers as they arrive in a browser: a view of any kind, or the bare buffer. */
export type Arrived = Packed | ArrayBuffer | undefined | null;

function viewOf(arrived: Arrived): Uint8Array {
  if (arrived === undefined || arrived === null) return new Uint8Array(0);
  if (arrived instanceof ArrayBuffer) return new Uint8Array(arrived);
  return new Uint8Array(arrived.buffer, arrived.byteOffset, arrived.byteLength);
}

/** The bytes of a message's buffer, not copied. */
export function asBytes(arrived: Arrived): Uint8Array {
  return viewOf(arrived);
}

/** float32 numbers, copied only where they do not start at a multiple of four bytes. */
export function asFloat32(arrived: Arrived): Float32Array {
  const bytes = aligned(viewOf(arrived), 4);
  return new Float32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.byteLength / 4));
}

/** float64 numbers, copied only where they do not start at a multiple of eight bytes. */
export function asFloat64(arrived: Arrived): Float64Array {
  const bytes = aligned(viewOf(arrived), 8);
  return new Float64Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.byteLength / 8));
}

function aligned(bytes: Uint8Array, size: number): Uint8Array {
  return bytes.byteOffset % size === 0 ? bytes : bytes.slice();
}
