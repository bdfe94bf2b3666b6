import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { isCryoError, memorySource, openSource, readVolume } from "vitrine";
import { inTheMiddle, mrcBytes, ramp } from "../../support/mrc-bytes.js";

const packed = new Uint8Array(readFileSync(join(import.meta.dirname, "../../golden/mrc/blocks.bz2")));
/** What the golden script packed. */
const plain = Buffer.concat([
  Buffer.from(Array.from({ length: 120_000 }, (_, i) => ((i >> 4) * 37) % 256)),
  ...Array.from({ length: 300 }, (_, n) => Buffer.alloc(n, n % 256)),
  Buffer.alloc(100_000),
  Buffer.from("a second stream"),
]);
const expand = async (bytes: Uint8Array, options = {}) => {
  const source = await openSource(bytes, options);
  return Buffer.from(await source.read(0, source.size));
};

describe("bzip2", () => {
  test("several blocks, runs of all lengths and a second stream: as Python packed them", async () => {
    expect((await expand(packed)).equals(plain)).toBe(true);
    expect((await expand(inTheMiddle(packed))).equals(plain)).toBe(true);
  });
  test("any part of it can be read", async () => {
    const source = await openSource(packed);
    expect(source.size).toBe(plain.length);
    expect(Buffer.from(await source.read(119_990, 20)).equals(plain.subarray(119_990, 120_010))).toBe(true);
    expect(await source.read(source.size - 3, 10)).toHaveLength(3);
    expect(await source.read(source.size + 3, 10)).toHaveLength(0);
  });
  test("cut off anywhere, it is an error", async () => {
    // all but where the first stream ends: that is a whole file
    const whole = Buffer.from(packed).indexOf("BZh9");
    for (let length = 4; length < packed.length; length += 61) {
      if (length === whole) continue;
      await expect(expand(packed.subarray(0, length)), `${length} bytes`).rejects.toSatisfy((e) =>
        isCryoError(e, "format"),
      );
    }
  });
  test("one flipped bit anywhere is found by the sums", async () => {
    const reasons: string[] = [];
    for (let bit = 0; bit < 8 * packed.length; bit += 8 * 101 + 1) {
      const damaged = packed.slice();
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      const result = await expand(damaged).then(
        (bytes) => (bit < 32 ? "magic" : bytes.equals(plain) ? "harmless" : "unnoticed"),
        (error) => (isCryoError(error, "format") ? `found: ${String(error.got)}` : String(error)),
      );
      expect(result, `bit ${bit}`).toMatch(/^(found|magic|harmless)/);
      reasons.push(result);
    }
    expect(reasons.some((reason) => reason.includes("block sum"))).toBe(true);
  });
});

describe("gzip", () => {
  const zipped = gzipSync(plain);
  test("one member, several members, and a view from the middle", async () => {
    expect((await expand(zipped)).equals(plain)).toBe(true);
    expect((await expand(Buffer.concat([zipped, zipped]))).length).toBe(2 * plain.length);
    expect((await expand(inTheMiddle(zipped))).equals(plain)).toBe(true);
  });
  test("cut off, damaged, or with something behind it: an error", async () => {
    const damaged = Buffer.from(zipped);
    damaged[damaged.length - 8]! ^= 1;
    for (const bad of [
      zipped.subarray(0, -5),
      zipped.subarray(0, 40),
      damaged,
      Buffer.concat([zipped, Buffer.from("x")]),
    ]) {
      await expect(expand(bad)).rejects.toMatchObject({ name: "FormatError", field: "gzip data" });
    }
  });
});

describe("a small file can't fill the memory", () => {
  const bomb = gzipSync(Buffer.alloc(20e6));
  test("maxExpandedBytes stops it", async () => {
    await expect(openSource(bomb, { maxExpandedBytes: 1e6 })).rejects.toThrow(/wanted at most 1000000/);
    expect((await openSource(bomb)).size).toBe(20e6);
  });
  test("an MRC file is expanded only a little beyond what its header promises", async () => {
    const map = mrcBytes({ data: ramp(24) });
    const source = await readVolume(gzipSync(Buffer.concat([map, Buffer.alloc(50e6)])));
    const beyond = /(\d+) bytes behind the data/.exec(source.source!.warnings.join())![1];
    expect(Number(beyond)).toBeGreaterThan(2 ** 16);
    expect(Number(beyond)).toBeLessThan(2 ** 20);
  });
  test("a header that promises more than the limit is refused after its first 1024 bytes", async () => {
    const liar = mrcBytes({ size: [4096, 4096, 128], data: new Uint8Array(0) });
    await expect(readVolume(gzipSync(liar))).rejects.toThrow(/expanded size: got promises 8589935616 bytes/);
    await expect(readVolume(gzipSync(liar), { maxExpandedBytes: 1e10 })).rejects.toThrow(
      /size: got 1024 bytes/,
    );
  });
});

test("the name of the source stays", async () => {
  expect((await openSource(memorySource(gzipSync("x"), { name: "mine.gz" }))).name).toBe("mine.gz");
});

test("stops when asked", async () => {
  await expect(openSource(packed, { signal: AbortSignal.abort(new Error("stopped")) })).rejects.toThrow(
    "stopped",
  );
});
