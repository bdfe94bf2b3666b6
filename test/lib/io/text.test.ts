import { join } from "node:path";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { linesOf, numbersIn, readText, writeText } from "../../../lib/src/io/text/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();

describe("a text", () => {
  test.each([
    ["UTF-8", [...new TextEncoder().encode("aÅ")], "aÅ"],
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, 97], "a"],
    ["UTF-16, little end first", [0xff, 0xfe, 97, 0, 0xc5, 0], "aÅ"],
    ["UTF-16, big end first", [0xfe, 0xff, 0, 97, 0, 0xc5], "aÅ"],
    ["nothing", [], ""],
  ])("may be %s", async (_, bytes, text) => {
    expect((await readText(Uint8Array.from(bytes))).text).toBe(text);
  });

  test.each([
    ["bytes that are no UTF-8", [0xff, 0x41], /bytes that no text has/],
    ["zeros", [65, 0], /zero bytes/],
  ])("is not %s", async (_, bytes, message) => {
    await expect(readText(Uint8Array.from(bytes))).rejects.toThrow(message);
  });

  test("is not larger than 64 MiB, and is not read to find that out", async () => {
    const huge = {
      name: "huge.txt",
      size: 2 ** 40,
      read: (_: number, length: number) => Promise.resolve(new Uint8Array(Math.min(length, 10))),
      close: () => Promise.resolve(),
    };
    await expect(readText(huge)).rejects.toThrow(/huge.txt: text: got 1099511627776 bytes/);
  });

  test("has lines with any kind of break, each at its offset", () => {
    const lines = linesOf({ name: "a", text: "one\r\ntwo\n\nthree\rfour" });
    expect(lines).toEqual([
      { line: "one", offset: 0 },
      { line: "two", offset: 5 },
      { line: "", offset: 9 },
      { line: "three", offset: 10 },
      { line: "four", offset: 16 },
    ]);
  });

  test("has numbers between blanks and commas, NaN for what is none", () => {
    expect(numbersIn(" 1 -2.5e3,+.5\tinf -INF 0x10 1.5abc nan")).toEqual([
      1,
      -2500,
      0.5,
      Infinity,
      -Infinity,
      NaN,
      NaN,
      NaN,
    ]);
    expect(numbersIn("  ")).toEqual([]);
  });

  test("is written whole", async () => {
    const path = join(folder, "a.txt");
    await writeText(path, "Å\n");
    expect(await readFile(path, "utf8")).toBe("Å\n");
  });
});
