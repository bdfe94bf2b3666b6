import { expect, test } from "vitest";
import type { Backend } from "../../../../lib/src/compute/index.js";
import { noise, put, take } from "./truth.js";

/** Numbers go in and come out. */
export function storageContract(backend: () => Backend): void {
  test("a new array holds zeros, a cleared one again", async () => {
    const array = backend().allocate(1000, "array");
    expect(Math.max(...(await take(backend(), array)))).toBe(0);
    backend().write(array, noise(1000));
    await backend().clear(array);
    expect((await take(backend(), array)).every((number) => number === 0)).toBe(true);
    backend().release(array);
  });

  test("what is written at a place is read there, and nothing around it", async () => {
    const array = put(backend(), new Float32Array(20).fill(7));
    const numbers = noise(5);
    backend().write(array, numbers, 11);
    expect(await backend().read(array, new Float32Array(5), 11)).toEqual(Float32Array.from(numbers));
    const all = await take(backend(), array);
    expect([...all.slice(0, 11), ...all.slice(16)].every((number) => number === 7)).toBe(true);
    backend().release(array);
  });

  test("numbers on shared memory are taken as well", async () => {
    const shared = new Float32Array(new SharedArrayBuffer(64)).subarray(4, 12);
    shared.set(noise(8));
    const array = put(backend(), shared);
    expect(await take(backend(), array)).toEqual(Float32Array.from(shared));
    backend().release(array);
  });

  test("reaching beyond an array is refused, and so is one that was released", async () => {
    const array = backend().allocate(8, "array");
    expect(() => backend().write(array, new Float32Array(4), 5)).toThrow(/write/);
    await expect(backend().read(array, new Float32Array(4), 5)).rejects.toThrow(/read/);
    backend().release(array, array, undefined);
    expect(() => backend().write(array, new Float32Array(4))).toThrow(/released/);
  });
}
