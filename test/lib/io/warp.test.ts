import { describe, expect, test } from "vitest";
import { readWarpTiltSeries } from "../../../lib/src/io/warp/index.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const lists: Readonly<Record<string, string>> = {
  Angles: "-3\n0",
  Dose: "6\n3",
  UseTilt: "True\nFalse",
  AxisAngle: "85\n85.5",
  AxisOffsetX: "1\n2",
  AxisOffsetY: "3\n4",
  MoviePath: "a.tif\nb.tif",
};
const lens = Object.entries({
  Voltage: 300,
  Cs: 2.7,
  Amplitude: 0.07,
  Defocus: 2,
  DefocusDelta: 0.25,
  DefocusAngle: 10,
  PhaseShift: 0.5,
})
  .map(([name, value]) => `<Param Name="${name}" Value="${value}" />`)
  .join("");
const file = (changes: Readonly<Record<string, string>> = {}, more = ""): Uint8Array =>
  bytes(
    `<TiltSeries>${Object.entries({ ...lists, ...changes })
      .map(([name, text]) => `<${name}>${text}</${name}>`)
      .join("")}<CTF>${lens}</CTF>${more}</TiltSeries>`,
  );

describe("a tilt series of Warp", () => {
  test("has a number for each image, and one lens for all where there is no grid", async () => {
    const series = await readWarpTiltSeries(file());
    expect(series).toMatchObject({
      anglesDeg: Float64Array.of(-3, 0),
      doseEPerA2: Float64Array.of(6, 3),
      isUsed: [true, false],
      axisOffsetA: { x: Float64Array.of(1, 2), y: Float64Array.of(3, 4) },
      movies: ["a.tif", "b.tif"],
    });
    expect(series.ctfs[1]).toMatchObject({
      defocusUA: 21_250,
      defocusVA: 18_750,
      defocusAngleDeg: 10,
      phaseShiftDeg: 90,
      voltageKV: 300,
    });
  });

  test("has the defocus of each image from the grid", async () => {
    const grid = '<GridCTF><Node Value="1" /><Node Value="3" /></GridCTF>';
    const { ctfs } = await readWarpTiltSeries(file({}, grid));
    expect(ctfs.map(({ defocusUA }) => defocusUA)).toEqual([11_250, 31_250]);
  });

  test.each([
    ["another XML", bytes("<Movie/>"), /Movie: got Movie/],
    ["no angles", file({ Angles: "" }), /Angles: got 0 lines/],
    ["a list too short", file({ Dose: "1" }), /Dose: got 1 lines, wanted 2 for each image/],
    ["a word", file({ Dose: "1\ntwo" }), /Dose: got two/],
    [
      "no lens",
      bytes(new TextDecoder().decode(file()).replace(/<CTF>.*<\/CTF>/, "")),
      /CTF Defocus: got nothing|CTF Voltage: got nothing/,
    ],
  ])("is refused: %s", async (_, input, message) => {
    await expect(readWarpTiltSeries(input)).rejects.toMatchObject({
      tag: "format",
      message: expect.stringMatching(message) as string,
    });
  });
});
