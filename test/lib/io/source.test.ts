import { expect, test } from "vitest";
import { memorySource } from "vitrine";
import { allocated, readExactly } from "../../../lib/src/io/source.js";

test("a view from the middle of a buffer is read by its own bounds", async () => {
  const bytes = Uint8Array.of(9, 9, 1, 2, 3, 9).subarray(2, 5);
  const source = memorySource(bytes, { name: "view" });
  expect(source.size).toBe(3);
  expect([...(await source.read(0, 3))]).toEqual([1, 2, 3]);
  expect([...(await source.read(2, 5))]).toEqual([3]);
});

test("readExactly wants all of it", async () => {
  const source = memorySource(new Uint8Array(10), { name: "short.mrc" });
  expect(await readExactly(source, 4, 6, "data")).toHaveLength(6);
  await expect(readExactly(source, 4, 7, "data")).rejects.toMatchObject({
    name: "FormatError",
    file: "short.mrc",
    field: "data",
    offset: 4,
    message: expect.stringContaining("got 6 bytes at 4, wanted 7 bytes"),
  });
});

test("readExactly reads into what it is given where the source can, and wants all of it there too", async () => {
  const readInto = (into: Uint8Array, at: number): Promise<number> => {
    into.fill(7);
    return Promise.resolve(Math.min(into.length, 10 - at));
  };
  const into = new Uint8Array(4);
  const source = { ...memorySource(new Uint8Array(10)), readInto };
  expect((await readExactly(source, 6, 4, "data", into)).buffer).toBe(into.buffer);
  expect(into).toEqual(Uint8Array.of(7, 7, 7, 7));
  await expect(readExactly(source, 7, 4, "data", into)).rejects.toThrow("got 3 bytes at 7, wanted 4 bytes");
  expect(await readExactly(memorySource(Uint8Array.of(5)), 0, 1, "data", into)).toEqual(Uint8Array.of(5));
});

test("what can't be allocated is a MemoryError; other errors pass", () => {
  expect(() => allocated("map", 8e12, () => new Float32Array(2e12))).toThrow(/map: got 8.00e\+3 GB/);
  expect(() => allocated("map", 1, () => expect.fail("mine"))).toThrow("mine");
  expect(allocated("map", 4, () => new Float32Array(1))).toHaveLength(1);
});
