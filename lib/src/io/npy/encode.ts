/** Bytes before the values are a multiple of this, as numpy wants it for fast reading. */
const alignment = 64;

/** The bytes of an array in single precision, version 1 of the format, the last index fastest. */
export function encodeNpy(data: Float32Array, shape: readonly number[]): Uint8Array {
  const sides = shape.length === 1 ? `${shape[0]!},` : shape.join(", ");
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${sides}), }`;
  const length = Math.ceil((10 + text.length + 1) / alignment) * alignment;
  const bytes = new Uint8Array(length + 4 * data.length);
  bytes.set([0x93, ...new TextEncoder().encode("NUMPY"), 1, 0]);
  const view = new DataView(bytes.buffer);
  view.setUint16(8, length - 10, true);
  bytes.set(new TextEncoder().encode(`${text.padEnd(length - 11)}\n`), 10);
  for (const [i, value] of data.entries()) view.setFloat32(length + 4 * i, value, true);
  return bytes;
}
