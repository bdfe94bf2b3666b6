import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { memorySource, openSource } from "vitrine";
import type { Source } from "vitrine";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();
const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);

test.each([
  ["a path", () => (writeFileSync(join(folder, "a.bin"), bytes), join(folder, "a.bin"))],
  ["bytes", () => bytes],
  ["a buffer", () => bytes.slice().buffer],
  ["a source", () => memorySource(bytes)],
])("%s gives the same bytes anywhere", async (_, input) => {
  const source = await openSource(input());
  expect(source.size).toBe(1000);
  expect(await source.read(0, 1000)).toEqual(bytes);
  expect(await source.read(997, 10)).toEqual(bytes.slice(997));
  expect(await source.read(500, 0)).toHaveLength(0);
  await source.close();
});

test("a path is read straight to where the bytes are wanted, a view's own and no others", async () => {
  const path = join(folder, "into.bin");
  writeFileSync(path, bytes);
  const source = await openSource(path);
  const around = new Uint8Array(12);
  expect(await source.readInto!(around.subarray(1, 11), 20)).toBe(10);
  expect(around).toEqual(Uint8Array.of(0, ...bytes.slice(20, 30), 0));
  expect(await source.readInto!(around.subarray(0, 5), 998)).toBe(2);
  await source.close();
});

test("a source that the caller opened stays open; one that we opened is closed", async () => {
  let closed = 0;
  const mine: Source = { ...memorySource(bytes), close: () => Promise.resolve(void closed++) };
  await (await openSource(mine)).close();
  expect(closed).toBe(0);
  const path = join(folder, "b.bin");
  writeFileSync(path, bytes);
  const source = await openSource(path);
  await source.close();
  await expect(source.read(0, 1)).rejects.toThrow();
});

test("a source that is an object of a class works too", async () => {
  class Mine {
    readonly name = "mine";
    readonly size = 3;
    read(): Promise<Uint8Array> {
      return Promise.resolve(Uint8Array.of(1, 2, this.size));
    }
    close(): Promise<void> {
      return Promise.resolve();
    }
  }
  expect([...(await (await openSource(new Mine())).read(0, 3))]).toEqual([1, 2, 3]);
});

test("what is none of these is refused", async () => {
  for (const wrong of [undefined, null, 7, {}]) {
    await expect(openSource(wrong as never)).rejects.toMatchObject({ name: "FileError" });
  }
});
