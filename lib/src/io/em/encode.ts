import type { Image, ImageStack, Volume } from "../../model/index.js";
import { emHeaderBytes } from "./header.js";

/** A personal computer, whose numbers have their lowest byte first; single precision. */
const [machine, float] = [6, 5] as const;

/** The bytes of an EM file in single precision. The pixel size is lost: the format has no place for it. */
export function encodeEm({ data, shape }: Image | ImageStack | Volume): Uint8Array {
  const view = new DataView(new ArrayBuffer(emHeaderBytes + 4 * data.length));
  view.setUint8(0, machine);
  view.setUint8(3, float);
  const [nz, ny, nx] = shape.length === 3 ? shape : [1, ...shape];
  [nx, ny, nz].forEach((side, axis) => view.setInt32(4 + 4 * axis, side!, true));
  for (const [i, value] of data.entries()) view.setFloat32(emHeaderBytes + 4 * i, value, true);
  return new Uint8Array(view.buffer);
}
