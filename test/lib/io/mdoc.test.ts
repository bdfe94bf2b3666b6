import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeMdoc, mdocImages, readMdoc, writeMdoc } from "../../../lib/src/io/mdoc/index.js";
import type { MdocFile, MdocImage } from "../../../lib/src/io/mdoc/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();
const read = (text: string): Promise<MdocFile> => readMdoc(new TextEncoder().encode(text));
const imageOf = async (entries: string): Promise<MdocImage> =>
  mdocImages(await read(`[ZValue = 3]\n${entries}`))[0]!;

describe("an mdoc file", () => {
  test("has what holds for all images, titles, and a section for each image", async () => {
    const file = await read(
      "PixelSpacing = 2\r\n\r\n[T = a = b]\r\n[ZValue = 0]\r\nA = 1 2\r\nB = \r\n[ZValue = 1]\r\nA = x=y",
    );
    expect({ ...file.entries }).toEqual({ PixelSpacing: "2" });
    expect(file.titles).toEqual(["a = b"]);
    expect(file.sections.map(({ type, value, entries }) => [type, value, { ...entries }])).toEqual([
      ["ZValue", "0", { A: "1 2", B: "" }],
      ["ZValue", "1", { A: "x=y" }],
    ]);
  });

  test("is the same written and read again, whatever its keys are called", async () => {
    const word = fc.stringMatching(/^[A-Za-z_]{1,12}$/);
    const value = fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/);
    const entries = fc
      .array(fc.tuple(fc.oneof(word, fc.constantFrom("__proto__", "constructor")), value), { maxLength: 5 })
      .map((pairs) =>
        Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(pairs)),
      );
    const content = fc.record({
      entries,
      titles: fc.array(value, { maxLength: 3 }),
      sections: fc.array(fc.record({ type: word.filter((type) => type !== "T"), value, entries }), {
        minLength: 1,
        maxLength: 4,
      }),
    });
    await fc.assert(
      fc.asyncProperty(content, async (given) => {
        const { entries: all, titles, sections } = await read(encodeMdoc(given));
        expect({ entries: all, titles, sections }).toEqual(given);
      }),
      { numRuns: 300 },
    );
  });

  test("appears on disk", async () => {
    const path = join(folder, "a.mdoc");
    const file = await read("[FrameSet = 0]\nTiltAngle = 3\n");
    await writeMdoc(path, file);
    expect((await readMdoc(path)).sections).toEqual(file.sections);
  });
});

describe("the images of an mdoc file", () => {
  test("have underfocus positive, in Å, and the dose at their end", async () => {
    expect(
      await imageOf("Defocus = -1.5\nTargetDefocus = 0.25\nExposureDose = 2\nPriorRecordDose = 10"),
    ).toEqual({
      section: "ZValue",
      index: 3,
      defocusA: 15_000,
      targetDefocusA: -2500,
      exposureDoseEPerA2: 2,
      doseEPerA2: 12,
    });
  });

  test("have no dose at their end where the file does not say what was before", async () => {
    expect(await imageOf("ExposureDose = 2")).toEqual({ section: "ZValue", index: 3, exposureDoseEPerA2: 2 });
  });

  test("have the name of their movie without a folder of Windows or Unix", async () => {
    expect((await imageOf("SubFramePath = X:\\a\\b c.tif")).movie).toBe("b c.tif");
    expect((await imageOf("SubFramePath = ../../etc/b.eer")).movie).toBe("b.eer");
  });

  test("take from the head of the file what their section does not say", async () => {
    const images = mdocImages(
      await read("PixelSpacing = 2\n[MontSection = 0]\n[MontSection = 1]\nPixelSpacing = 3\n"),
    );
    expect(images.map(({ section, pixelSizeA }) => [section, pixelSizeA])).toEqual([
      ["MontSection", 2],
      ["MontSection", 3],
    ]);
  });

  test.each([
    ["TiltAngle = up", /\[ZValue = 3\] TiltAngle: got up, wanted a number/],
    ["Defocus = nan", /Defocus: got nan/],
    ["ImageShift = 1", /ImageShift: got 1, wanted 2 numbers/],
  ])("are refused with %j", async (entry, message) => {
    const file = await read(`[ZValue = 3]\n${entry}`);
    expect(() => mdocImages(file)).toThrow(message);
  });
});

describe("a bad mdoc file is refused:", () => {
  test.each([
    ["empty", "", /no section/],
    ["no section", "A = 1\n", /\[ZValue = 0\]: got no section/],
    ["a line without =", "[ZValue = 0]\nhello\n", /line: got hello/],
    ["a heading that is none", "[ZValue]\n", /line: got \[ZValue\]/],
    ["a key twice", "[ZValue = 0]\nA = 1\nA = 2\n", /A twice/],
    ["zero bytes", "[ZValue = 0]\nA = \0\n", /text: got zero bytes/],
    ["a long line of blanks", `[ZValue = 0]\nA${" ".repeat(200_000)}b\n`, /line: got A/],
  ])("%s", async (_, text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      tag: "format",
      message: expect.stringMatching(message) as string,
    });
  });

  test("a value with a line break can't be written", () => {
    expect(() => encodeMdoc({ entries: { a: "b\nc" }, titles: [], sections: [] })).toThrow(/of one line/);
  });
});
