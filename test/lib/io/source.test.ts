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

test("what can't be allocated is a MemoryError; other errors pass", () => {
  expect(() => allocated("map", 8e12, () => new Float32Array(2e12))).toThrow(/map: got 8.00e\+3 GB/);
  expect(() => allocated("map", 1, () => expect.fail("mine"))).toThrow("mine");
  expect(allocated("map", 4, () => new Float32Array(1))).toHaveLength(1);
});
