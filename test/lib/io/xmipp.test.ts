import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { opticsGroup, poseOf, readParticles, rotationFromEuler } from "vitrine";
import type { Particles, Pose } from "vitrine";
import { fromPlane, fromProjection } from "../../../lib/src/io/xmipp/alignment.js";
import type { PixelPose, XmippAlignment } from "../../../lib/src/io/xmipp/alignment.js";
import { isXmippTable } from "../../../lib/src/io/xmipp/index.js";

const optics = { voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1, pixelSizeA: 2 };
const block = (name: string, labels: string, ...rows: string[]): string =>
  `data_${name}\nloop_\n${labels
    .split(" ")
    .map((label) => ` _${label}\n`)
    .join("")}${rows.join("\n")}\n`;
const read = (text: string, given = {}): Promise<Particles> =>
  readParticles(new TextEncoder().encode(`# XMIPP_STAR_1 *\n#\n${text}`), given);

type Point = readonly [x: number, y: number];

/** Where a point of a projection lies in its image: turned into the view, then away from the centre. */
function inImage(
  { rotDeg, tiltDeg, psiDeg, shiftX, shiftY }: PixelPose,
  [x, y, z]: readonly number[],
): Point {
  const a = rotationFromEuler({ rotDeg, tiltDeg, psiDeg });
  return [a[0]! * x! + a[1]! * y! + a[2]! * z! - shiftX, a[3]! * x! + a[4]! * y! + a[5]! * z! - shiftY];
}

/** Xmipp's way with an image in the plane: turn by psi, mirror in x, shift. */
function alignedInPlane({ psiDeg, flip, shiftX, shiftY }: XmippAlignment, [x, y]: Point): Point {
  const [c, s] = [Math.cos((psiDeg * Math.PI) / 180), Math.sin((psiDeg * Math.PI) / 180)];
  const turned = [c * x + s * y, -s * x + c * y] as const;
  return [(flip ? -turned[0] : turned[0]) + shiftX, turned[1] + shiftY];
}

const angle = fc.double({ min: -180, max: 180, noNaN: true });
const length = fc.double({ min: -20, max: 20, noNaN: true });
const alignment: fc.Arbitrary<XmippAlignment> = fc.record({
  rotDeg: angle,
  tiltDeg: fc.double({ min: 0, max: 180, noNaN: true }),
  psiDeg: angle,
  shiftX: length,
  shiftY: length,
  flip: fc.boolean(),
});

describe("alignments of Xmipp", () => {
  test("in the plane: the image, turned, mirrored and shifted, is the reference", () => {
    fc.assert(
      fc.property(alignment, length, length, (given, x, y) => {
        const [u, v] = alignedInPlane(given, inImage(fromPlane(given), [x, y, 0]));
        expect(u).toBeCloseTo(x, 9);
        expect(v).toBeCloseTo(y, 9);
      }),
    );
  });

  test("with a projection: the image shifted is the projection, a mirrored one its mirror image", () => {
    fc.assert(
      fc.property(alignment, length, length, length, (given, x, y, z) => {
        const plain = inImage({ ...given, shiftX: given.shiftX, shiftY: given.shiftY }, [x, y, z]);
        const [u, v] = inImage(fromProjection(given), [x, y, z]);
        expect(u).toBeCloseTo(given.flip ? -plain[0] : plain[0], 9);
        expect(v).toBeCloseTo(plain[1], 9);
      }),
    );
  });
});

describe("metadata of Xmipp", () => {
  const projected = block(
    "noname",
    "image micrograph xcoor ycoor angleRot angleTilt anglePsi shiftX shiftY flip ref ctfVoltage ctfSphericalAberration ctfQ0 samplingRate ctfDefocusU ctfDefocusV ctfDefocusAngle ctfVPPphaseshift maxCC",
    "000002@a.stk m1.mrc 10 20 30 40 50 1.5 -1 0 3 300 2.7 0.1 2 12000 11000 15 90 0.5",
    "000001@b.stk m1.mrc 11 21 30 40 50 1.5 -1 1 1 200 2.7 0.1 2 9000 8000 20 0 0.7",
  );

  test("aligned with projections has RELION's angles and shifts; the rest stays under its names", async () => {
    const all = await read(projected);
    const same: Pose = {
      rotation: rotationFromEuler({ rotDeg: 30, tiltDeg: 40, psiDeg: 50 }),
      shiftPx: { x: 1.5, y: -1 },
    };
    expect(poseOf(all, 0)).toEqual(same);
    expect(all.images).toEqual({
      files: ["a.stk", "b.stk"],
      file: Int32Array.of(0, 1),
      index: Int32Array.of(1, 0),
    });
    expect(all.micrographs!.files).toEqual(["m1.mrc"]);
    expect(all.coordinatesPx).toEqual({ x: Float64Array.of(10, 11), y: Float64Array.of(20, 21) });
    expect(all.optics).toEqual([
      opticsGroup({ name: "opticsGroup1", ...optics }),
      opticsGroup({ name: "opticsGroup2", ...optics, voltageKV: 200 }),
    ]);
    expect(all.defocus).toEqual({
      defocusUA: Float64Array.of(12000, 9000),
      defocusVA: Float64Array.of(11000, 8000),
      defocusAngleDeg: Float64Array.of(15, 20),
      phaseShiftDeg: Float64Array.of(90, 0),
    });
    expect(all.classNumber).toEqual(Int32Array.of(3, 1));
    expect(Object.keys(all.other!.columns)).toEqual(["maxCC"]);
    expect(all.source!.format).toBe("xmipp");
    expect(all.angles!.tiltDeg).toEqual(Float64Array.of(40, 140));
    expect(all.shiftA).toEqual({ x: Float64Array.of(3, -3), y: Float64Array.of(-2, -2) });
  });

  test("aligned in the plane has no tilt", async () => {
    const all = await read(block("noname", "image anglePsi shiftX shiftY", "1@a.stk 90 3 0"), { optics });
    expect(all.angles!.psiDeg).toEqual(Float64Array.of(-90));
    expect(all.shiftA!.x[0]).toBeCloseTo(0, 12);
    expect(all.shiftA!.y[0]).toBeCloseTo(6, 12);
  });

  test("lists the images of a class in a block of its own", async () => {
    const classes =
      block("classes", "ref", "1", "2") +
      block("class000001_images", "image", "1@a.stk", "2@a.stk") +
      block("class000002_images", "image", "3@a.stk");
    expect((await read(classes, { optics })).count).toBe(2);
    const second = await read(classes, { optics, block: "class000002_images" });
    expect(second.images!.index).toEqual(Int32Array.of(2));
    expect(second.angles).toBeUndefined();
    await expect(read(classes, { optics, block: "class000003_images" })).rejects.toThrow(
      "data_class000003_images: got blocks data_classes, data_class000001_images",
    );
  });

  test("needs its optics from somewhere", async () => {
    const bare = block("noname", "image", "1@a.stk");
    await expect(read(bare)).rejects.toThrow("data_noname: got no column ctfVoltage");
    await expect(read(bare, { optics: { ...optics, pixelSizeA: undefined } })).rejects.toThrow(
      "samplingRate",
    );
    expect((await read(bare, { optics })).optics[0]).toMatchObject(optics);
  });

  test("is told from RELION's, which names its columns otherwise", async () => {
    const rows = (await read(projected)).other!;
    expect(isXmippTable(rows)).toBe(false);
  });
});
