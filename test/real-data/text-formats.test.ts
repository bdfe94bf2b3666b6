import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { readCtffind } from "../../lib/src/io/ctffind/index.js";
import { encodeMdoc, mdocImages, readMdoc } from "../../lib/src/io/mdoc/index.js";
import { readImodCommands, readTiltAngles } from "../../lib/src/io/tilt/index.js";
import { readMtf } from "../../lib/src/io/mtf/index.js";
import { readWarpTiltSeries } from "../../lib/src/io/warp/index.js";
import { realDataTest } from "../support/shared-data.js";

const series = "turonova__cryoCAT/tests/test_data/TS_017";
const mdocfile = "teamtomo__mdocfile/tests/test_data";
const aspire = "ComputationalCryoEM__ASPIRE-Python/gallery/tutorials/data/ctffind4";

realDataTest(
  "a tilt series' mdoc, angles and doses tell the same",
  [`${series}/017.mdoc`, `${series}/017.tlt`, `${series}/017_corrected_dose.txt`],
  async (mdocPath, tltPath, dosePath) => {
    const mdoc = await readMdoc(mdocPath!);
    const images = mdocImages(mdoc);
    expect([images.length, mdoc.titles.length]).toEqual([60, 2]);
    expect(images[0]).toEqual({
      section: "ZValue",
      index: 0,
      tiltAngleDeg: -52.0064,
      rotationAngleDeg: 172.9,
      pixelSizeA: 1.971,
      defocusA: expect.closeTo(-22500.2, 6) as number,
      targetDefocusA: 30000,
      exposureDoseEPerA2: 2.23843,
      doseEPerA2: expect.closeTo(136.61743, 6) as number,
      exposureTimeS: 0.759969,
      imageShiftA: [expect.closeTo(-733.564, 6), expect.closeTo(6467.03, 6)],
      stageMicrometres: [137.175, 367.199],
      magnification: 64000,
      movie: "017_01.mrc",
      frameCount: 10,
      dateTime: "06-Jun-23  23:19:46",
    });
    const angles = await readTiltAngles(tltPath!);
    const doses = await readTiltAngles(dosePath!);
    // the program that made the list has an angle and a dose for each image, to 0.01
    expect([angles.length, doses.length]).toEqual([60, 60]);
    for (const [i, { tiltAngleDeg, doseEPerA2 }] of images.entries()) {
      expect(Math.abs(tiltAngleDeg! - angles[i]!)).toBeLessThan(0.0051);
      expect(Math.abs(doseEPerA2! - doses[i]!)).toBeLessThan(0.0051);
    }
  },
);

for (const [path, count, section, defocusA] of [
  [`${series}/017.mdoc`, 60, "ZValue", 30_000],
  [`${mdocfile}/tilt_series.mdoc`, 41, "ZValue", 40_000],
  [`${mdocfile}/frame_set_single.mdoc`, 1, "FrameSet", 45_000],
] as const) {
  realDataTest(`${path} is the same written and read again`, [path], async (file) => {
    const mdoc = await readMdoc(file!);
    const { name: _, ...content } = mdoc;
    const { name: _again, ...again } = await readMdoc(new TextEncoder().encode(encodeMdoc(mdoc)));
    expect(again).toEqual(content);
    const images = mdocImages(mdoc);
    expect([images.length, images[0]!.section, images[0]!.targetDefocusA]).toEqual([
      count,
      section,
      defocusA,
    ]);
    const lines = (text: string): string[] =>
      text
        .split(/\r?\n/)
        .map((line) =>
          line
            .trim()
            .replace(/\[T = +/, "[T = ")
            .replace(/ +\]$/, "]"),
        )
        .filter((line) => line !== "")
        .sort();
    expect(lines(encodeMdoc(mdoc))).toEqual(lines(readFileSync(file!, "utf8")));
  });
}

realDataTest(
  "a movie's mdoc has the name of the movie alone",
  [`${mdocfile}/frame_set_single.mdoc`],
  async (file) => {
    const [image] = mdocImages(await readMdoc(file!));
    expect(image).toMatchObject({
      movie: "s_mmm_00993_33.0_Oct08_07.39.05.tif",
      frameCount: 12,
      pixelSizeA: 1.2827,
      defocusA: expect.closeTo(50828.6, 6) as number,
    });
  },
);

realDataTest("IMOD's tilt.com", [`${series}/tilt.com`], async (file) => {
  const [tilt, ...others] = await readImodCommands(file!);
  expect(others).toEqual([]);
  expect(tilt).toMatchObject({
    program: "tilt",
    parameters: { thickness: "1500", radial: "0.35 0.035", perpendicular: "", fullimage: "4096 4096" },
  });
});

realDataTest(
  "CTFFIND's table of a tilt series: 60 rows, though its heading says 41",
  [`${series}/017_ctffind4.txt`],
  async (file) => {
    const { version, pixelSizeA, estimates } = await readCtffind(file!);
    expect([version, pixelSizeA, estimates.length]).toEqual(["4.1.8", 1.327, 60]);
    expect(estimates[0]).toEqual({
      index: 0,
      ctf: {
        kind: "ctf",
        defocusUA: 14477.870117,
        defocusVA: 13500.001953,
        defocusAngleDeg: 75.000012,
        voltageKV: 300,
        csMm: 2.7,
        amplitudeContrast: 0.07,
        phaseShiftDeg: 0,
        bFactorA2: 0,
      },
      score: 0.001071,
      fitResolutionA: 12.144508,
    });
  },
);

realDataTest(
  "CTFFIND's estimate of a made image: 9982.5 Å for a true 10000 (E36b)",
  [`${aspire}/diagnostic_output.txt`],
  async (file) => {
    const { version, estimates } = await readCtffind(file!);
    const [{ ctf, fitResolutionA }] = estimates as [(typeof estimates)[number]];
    expect([version, estimates.length, ctf.voltageKV, ctf.csMm]).toEqual(["4.1.14", 1, 200, 2.26]);
    expect(Math.abs(ctf.defocusUA / 10_000 - 1)).toBeLessThan(0.002);
    expect(ctf.phaseShiftDeg).toBeCloseTo(2.02, 2);
    expect(fitResolutionA).toBe(1.980663);
  },
);

realDataTest(
  "Warp's tilt series, in UTF-16, tells the angles and doses of the mdoc",
  [`${series}/017.xml`, `${series}/017.mdoc`],
  async (xml, mdocPath) => {
    const warp = await readWarpTiltSeries(xml!);
    const images = mdocImages(await readMdoc(mdocPath!));
    expect([warp.anglesDeg.length, warp.isUsed.every(Boolean), warp.movies[59]]).toEqual([
      60,
      true,
      "017_60.mrc",
    ]);
    for (const [i, { tiltAngleDeg, doseEPerA2 }] of images.entries()) {
      expect(Math.abs(tiltAngleDeg! - warp.anglesDeg[i]!)).toBeLessThan(0.05);
      // SerialEM also counted one exposure that is not in the series
      expect(Math.abs(doseEPerA2! - warp.doseEPerA2[i]!)).toBeLessThan(2.4);
    }
    const [first] = warp.ctfs;
    expect((first!.defocusUA + first!.defocusVA) / 2).toBeCloseTo(34_098.15, 6);
    expect(first).toMatchObject({ voltageKV: 300, amplitudeContrast: 0.07, phaseShiftDeg: 0 });
  },
);

for (const [detector, count, first, last] of [
  ["k2", 1001, 1, 0.5],
  ["falcon4EC", 64, 0.999517475, 0.4921875],
] as const) {
  realDataTest(`the MTF of a ${detector}`, [`3dem__relion/data/mtf_${detector}_300kV.star`], async (file) => {
    const { x, series } = await readMtf(file!);
    expect([x.values.length, series[0]!.values[0], x.values.at(-1)]).toEqual([count, first, last]);
  });
}
