import { describe, expect, test } from "vitest";
import { asBytes, asFloat32, asFloat64 } from "../../../../widgets/src/view/parts/index.js";

const numbers = [1.5, -2.25, 0, 1e30];

/** The same numbers `shift` bytes into a larger buffer, as a DataView. */
function shifted(array: Float32Array | Float64Array, shift: number): DataView {
  const holder = new Uint8Array(array.byteLength + 16);
  holder.set(new Uint8Array(array.buffer), shift);
  return new DataView(holder.buffer, shift, array.byteLength);
}

describe("numbers from a message", () => {
  test.each([0, 1, 3, 4, 8])("read the same %i bytes into their buffer", (shift) => {
    expect([...asFloat32(shifted(Float32Array.from(numbers), shift))]).toEqual([
      ...Float32Array.from(numbers),
    ]);
    expect([...asFloat64(shifted(Float64Array.from(numbers), shift))]).toEqual(numbers);
  });
  test("are not copied where they are aligned", () => {
    const array = Float64Array.from(numbers);
    expect(asFloat64(new DataView(array.buffer, 8, 16)).buffer).toBe(array.buffer);
    expect([...asBytes(Uint8Array.from([1, 2, 3]).subarray(1))]).toEqual([2, 3]);
  });
  test("may come as a bare buffer, or not at all", () => {
    expect([...asFloat64(Float64Array.from(numbers).buffer)]).toEqual(numbers);
    for (const nothing of [undefined, null, new ArrayBuffer(0)]) expect(asFloat32(nothing)).toHaveLength(0);
  });
  test("a broken last number is left out", () => {
    expect([...asFloat32(new Uint8Array(new Float32Array([7, 8]).buffer).subarray(0, 7))]).toEqual([7]);
  });
});
