import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readImodCommands,
  readTiltAngles,
  readTiltTransforms,
  writeTiltAngles,
  writeTiltTransforms,
} from "../../../lib/src/io/tilt/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("tilt angles", () => {
  test("are one number a line", async () => {
    expect(await readTiltAngles(bytes(" -60.00\r\n\r\n0\n+3e1"))).toEqual(Float64Array.of(-60, 0, 30));
  });

  test("are the same written and read again, and short where that says all", async () => {
    const path = join(folder, "a.tlt");
    const angle = fc.double({ min: -180, max: 180, noNaN: true }).map((value) => value + 0);
    await fc.assert(
      fc.asyncProperty(fc.array(angle, { minLength: 1, maxLength: 9 }), async (angles) => {
        await writeTiltAngles(path, angles);
        expect(await readTiltAngles(path)).toEqual(Float64Array.from(angles, (value) => value + 0));
      }),
      { numRuns: 50 },
    );
    await writeTiltAngles(path, [-60, 3.25]);
    expect(await readFile(path, "utf8")).toBe("  -60.00\n    3.25\n");
  });

  test.each([
    ["nothing", "", /line: got none/],
    ["a word", "1\ntwo\n", /line: got two, wanted a number/],
    ["two in a line", "1 2\n", /line: got 1 2/],
    ["NaN", "nan\n", /line: got nan/],
    ["without end", "inf\n", /line: got inf/],
  ])("are refused: %s", async (_, text, message) => {
    await expect(readTiltAngles(bytes(text))).rejects.toMatchObject({
      tag: "format",
      message: expect.stringMatching(message) as string,
    });
  });
});

describe("transforms of a tilt series", () => {
  const transforms = [
    { xx: 0.1234567, xy: -0.9923499, yx: 0.9923499, yy: 0.1234567, shiftPx: { x: -1234.567, y: 8 } },
    { xx: 1, xy: 0, yx: 0, yy: 1, shiftPx: { x: 0, y: 0 } },
  ];

  test("are the same written and read again", async () => {
    const path = join(folder, "a.xf");
    await writeTiltTransforms(path, transforms);
    expect(await readTiltTransforms(path)).toEqual(transforms);
  });

  test("are refused with five numbers", async () => {
    await expect(readTiltTransforms(bytes("1 0 0 1 5\n"))).rejects.toThrow(/got 1 0 0 1 5, wanted 6 numbers/);
  });
});

describe("a command file of IMOD", () => {
  test("runs programs with their parameters; comments, conditions and the shell's lines are passed over", async () => {
    const text =
      "# a comment\n$setenv A b\n$newstack -StandardInput\nInputFile a.st\nBinByFactor\t4\n$tilt -StandardInput\nPERPENDICULAR\nRADIAL 0.35 0.035\n$if (-e ./savework) ./savework";
    const commands = await readImodCommands(bytes(text));
    expect(commands.map(({ program, parameters }) => [program, { ...parameters }])).toEqual([
      ["newstack", { inputfile: "a.st", binbyfactor: "4" }],
      ["tilt", { perpendicular: "", radial: "0.35 0.035" }],
    ]);
  });

  test.each([
    ["nothing", "", /no command/],
    ["a parameter before any program", "THICKNESS 3\n", /line: got THICKNESS 3/],
    ["a line that is no parameter", "$tilt -StandardInput\n5 5\n", /line: got 5 5/],
  ])("is refused: %s", async (_, text, message) => {
    await expect(readImodCommands(bytes(text))).rejects.toThrow(message);
  });
});
