import { expect } from "vitest";
import { readMrc } from "vitrine";
import { readImagic } from "../../lib/src/io/imagic/index.js";
import { realDataTest } from "../support/shared-data.js";

const xmipp = "I2PC__xmipp/src/xmipp/resources/test/image";

/** The image of which there is a copy in every format. */
const copied = [
  -0.276231, -0.13268562, 0.32305956, 1.072571, 0.731356, 0.49813408, 0.9071743, 0.6812411, -0.09380955,
];

realDataTest(
  "E14: the IMAGIC copy of one image",
  [`${xmipp}/singleImage.hed`, `${xmipp}/singleImage.img`],
  async (header) => {
    const { shape, data } = await readImagic(header!);
    expect(shape).toEqual([1, 3, 3]);
    for (const [i, value] of copied.entries()) expect(Math.abs(data[i]! - value)).toBeLessThan(1e-6);
  },
);

realDataTest(
  "a stack is the same in IMAGIC and MRC format",
  [`${xmipp}/smallStack.img`, `${xmipp}/smallStack.hed`, `${xmipp}/smallStack.mrcs`],
  async (data, _, mrc) => {
    const [one, other] = [await readImagic(data!), await readMrc(mrc!)];
    expect(one.shape).toEqual(other.shape);
    expect(one.shape[0]).toBeGreaterThan(1);
    expect(one.data).toEqual(other.data);
  },
);
