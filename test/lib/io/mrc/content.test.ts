import { describe, expect, test } from "vitest";
import { memorySource, readImage, readImageStack, readVolume } from "vitrine";
import { mrcBytes, ramp } from "../../../support/mrc-bytes.js";

const named = (name: string, parts: Parameters<typeof mrcBytes>[0] = {}) =>
  memorySource(mrcBytes({ data: ramp(24), ...parts }), { name });
const stack = { ints: { 88: 0, 36: 1 } };

describe("what a file holds, and which reader is for it", () => {
  test("ISPG 1 is a volume; asked for images, the error names the reader", async () => {
    expect((await readVolume(named("a.mrc"))).shape).toEqual([2, 3, 4]);
    await expect(readImageStack(named("a.mrc"))).rejects.toThrow(
      /use readVolume, or pass \{ as: "images" \}/,
    );
    expect((await readImageStack(named("a.mrc"), { as: "images" })).shape).toEqual([2, 3, 4]);
  });
  test("ISPG 0 with MZ 1 is a stack", async () => {
    expect((await readImageStack(named("a.mrc", stack))).shape).toEqual([2, 3, 4]);
    await expect(readVolume(named("a.mrc", stack))).rejects.toThrow(
      /use readImageStack, or pass \{ as: "volume" \}/,
    );
    await expect(readImage(named("a.mrc", stack))).rejects.toThrow(/pass \{ index \}/);
    expect([...(await readImage(named("a.mrc", stack), { index: 1 })).data]).toEqual([...ramp12]);
  });
  test.each(["a.mrcs", "a.st", "A.MRCS", "a.ali", "a.mrcs.gz"])(
    "%s is a stack whatever ISPG says",
    async (name) => {
      expect((await readImageStack(named(name))).shape).toEqual([2, 3, 4]);
      await expect(readVolume(named(name))).rejects.toThrow(/wanted a volume/);
    },
  );
  test("ISPG 0 with MZ = NZ may be either", async () => {
    const open = { ints: { 88: 0 } };
    expect((await readVolume(named("a.mrc", open))).shape).toEqual([2, 3, 4]);
    expect((await readImageStack(named("a.mrc", open))).shape).toEqual([2, 3, 4]);
  });
  test("one section is an image, a stack of one, and with ISPG 1 a volume of one", async () => {
    const one = { size: [4, 6, 1] as const };
    expect((await readImage(named("a.mrc", one))).shape).toEqual([6, 4]);
    expect((await readImageStack(named("a.mrc", one))).shape).toEqual([1, 6, 4]);
    expect((await readVolume(named("a.mrc", one))).shape).toEqual([1, 6, 4]);
    await expect(readVolume(named("a.mrc", { ...one, ints: { 88: 0 } }))).rejects.toThrow(/use readImage,/);
  });
});

const ramp12 = Array.from({ length: 12 }, (_, i) => i + 12);
