import { expect, test } from "vitest";
import { memorySource, readImageStack, readMrc } from "vitrine";
import { floatBytes, mrcBytes, ramp } from "../../support/mrc-bytes.js";

const named = (name: string, parts: Parameters<typeof mrcBytes>[0] = {}) =>
  memorySource(mrcBytes({ data: ramp(24), ...parts }), { name });

test("a part of the stack is read alone", async () => {
  const asked: number[] = [];
  const source = named("a.mrcs");
  const watched = {
    ...source,
    read: (at: number, length: number) => (asked.push(length), source.read(at, length)),
  };
  expect([...(await readImageStack(watched, { first: 1 })).data]).toEqual(
    Array.from({ length: 12 }, (_, i) => i + 12),
  );
  expect(Math.max(...asked)).toBe(1024);
  expect(asked).toContain(48);
  expect(asked).not.toContain(96);
});

test("images that are not there", async () => {
  await expect(readImageStack(named("a.mrcs"), { first: 1, count: 2 })).rejects.toThrow(/count: got 2/);
  await expect(readImageStack(named("a.mrcs"), { first: 2 })).rejects.toThrow(/first: got 2/);
  await expect(readMrc(named("a.mrc"), { sections: { first: -1, count: 1 } })).rejects.toThrow(
    /first: got -1/,
  );
});

test("part of the sections of a file that stores them along x can't be a volume or images", async () => {
  const turned = { ints: { 64: 3, 68: 2, 72: 1, 88: 0 }, data: floatBytes(Array(24).fill(1)) };
  await expect(readImageStack(named("a.mrcs", turned), { count: 1 })).rejects.toThrow(/stored along x/);
});
