import { describe, expect, test } from "vitest";
import { readCtffind, readCtffindAverages } from "../../../lib/src/io/ctffind/index.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const heading =
  "# Output from CTFFind version 5.0.2, run on 2024-01-01 00:00:00\n" +
  "# Input file: a.mrc ; Number of micrographs: 2\n" +
  "# Pixel size: 1.250 Angstroms ; acceleration voltage: 200.0 keV ; spherical aberration: 2.70 mm ; amplitude contrast: 0.10\n";

describe("CTFFIND's table", () => {
  test("has the lens from its heading, and an estimate for each row", async () => {
    const file = await readCtffind(
      bytes(
        `${heading}1.0 20000.5 19000.25 -30.5 1.5707963267948966 0.125 4.5\n2.0 9000 8000 90 0 0.5 inf\n`,
      ),
    );
    expect(file).toMatchObject({ kind: "ctffind", version: "5.0.2", pixelSizeA: 1.25 });
    expect(file.estimates).toMatchObject([
      {
        index: 0,
        score: 0.125,
        fitResolutionA: 4.5,
        ctf: {
          ...{ defocusUA: 20000.5, defocusVA: 19000.25, defocusAngleDeg: -30.5, phaseShiftDeg: 90 },
          ...{ voltageKV: 200, csMm: 2.7, amplitudeContrast: 0.1 },
        },
      },
      { index: 1, fitResolutionA: Infinity, ctf: { defocusUA: 9000 } },
    ]);
    expect(file.estimates[0]).not.toHaveProperty("tilt");
  });

  test("may say the specimen's tilt and thickness", async () => {
    const { estimates } = await readCtffind(bytes(`${heading}1 2e4 19000 0 0 0.1 4 178.5 30.25 1500\n`));
    expect(estimates[0]).toMatchObject({ tilt: { axisDeg: 178.5, angleDeg: 30.25 }, thicknessA: 1500 });
  });

  test("has the larger defocus first, whichever the program wrote first", async () => {
    const { estimates } = await readCtffind(bytes(`${heading}1 9000 10000 10 0 0.1 4\n`));
    expect(estimates[0]!.ctf).toMatchObject({ defocusUA: 10000, defocusVA: 9000, defocusAngleDeg: -80 });
  });

  test.each([
    ["empty", "", /acceleration voltage: got nothing/],
    ["no lens", "1 2 3 4 5 6 7\n", /acceleration voltage: got nothing/],
    ["a lens of words", heading.replace("200.0", "much"), /acceleration voltage: got much/],
    ["no rows", heading, /row: got none/],
    ["six numbers", `${heading}1 2 3 4 5 6\n`, /row: got 1 2 3 4 5 6, wanted 7 to 10 numbers/],
    ["eleven numbers", `${heading}1 2 3 4 5 6 7 8 9 10 11\n`, /row: got/],
    ["a word", `${heading}1 2 three 4 5 6 7\n`, /row: got/],
    ["a defocus without end", `${heading}1 inf 3 4 5 6 7\n`, /row: got/],
  ])("is refused: %s", async (_, text, message) => {
    await expect(readCtffind(bytes(text))).rejects.toMatchObject({
      tag: "format",
      message: expect.stringMatching(message) as string,
    });
  });
});

describe("CTFFIND's radial averages", () => {
  test("are a curve over frequency for each image", async () => {
    const six = (first: number): string =>
      [0, 1, 2, 3, 4, 5].map((line) => `${first + line} ${first + line + 0.5}\n`).join("");
    const [a, b, ...others] = await readCtffindAverages(bytes(`# heading\n${six(0)}${six(10)}`));
    expect(others).toEqual([]);
    expect(a!.x).toEqual({ label: "spatial frequency", unit: "1/Å", values: Float64Array.of(0, 0.5) });
    expect(b!.series.map(({ name, values }) => [name, values[1]])).toEqual([
      ["average over circles", 11.5],
      ["average along the rings", 12.5],
      ["fitted CTF", 13.5],
      ["quality of fit", 14.5],
      ["noise of the quality", 15.5],
    ]);
  });

  test.each([
    ["nothing", "", /0 lines of numbers/],
    ["five lines", "1\n2\n3\n4\n5\n", /5 lines of numbers, wanted 6/],
    ["a word", "1\n2\n3\n4\nfive\n6\n", /got five/],
    ["lines of other lengths", "1 2\n1 2\n1\n1 2\n1 2\n1 2\n", /got 1 numbers, wanted 2/],
  ])("are refused: %s", async (_, text, message) => {
    await expect(readCtffindAverages(bytes(text))).rejects.toThrow(message);
  });
});
