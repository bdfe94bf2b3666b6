import { expect } from "vitest";
import { statistics } from "vitrine";
import { readEm } from "../../lib/src/io/em/index.js";
import { readSpider } from "../../lib/src/io/spider/index.js";
import { realDataTest } from "../support/shared-data.js";

const xmipp = "I2PC__xmipp/src/xmipp/resources/test/image";
const pytom = "SBC-Utrecht__PyTom/unittests/testData/reconstruction/p1";

/** The image of which there is a copy in every format. */
const copied = [
  -0.276231, -0.13268562, 0.32305956, 1.072571, 0.731356, 0.49813408, 0.9071743, 0.6812411, -0.09380955,
];

realDataTest(
  "E14: the SPIDER copies of one image, in both byte orders",
  [`${xmipp}/singleImage.spi`, `${xmipp}/singleImage_swap.spi`],
  async (...files) => {
    const orders = [];
    for (const file of files) {
      const { shape, data, header } = await readSpider(file);
      orders.push(header.littleEndian);
      expect(shape).toEqual([3, 3]);
      for (const [i, value] of copied.entries()) expect(Math.abs(data[i]! - value)).toBeLessThan(1e-6);
    }
    expect(new Set(orders).size).toBe(2);
  },
);

realDataTest(
  "stacks and volumes of SPIDER, and a stack that is cut off",
  [
    `${xmipp}/smallStack.stk`,
    `${xmipp}/smallVolume.vol`,
    `${xmipp}/smallVolumeStack.stk`,
    `${xmipp}/smallVolumeStackCorrupted.stk`,
  ],
  async (stack, map, maps, corrupted) => {
    expect((await readSpider(stack!)).shape).toHaveLength(3);
    expect((await readSpider(map!)).shape).toHaveLength(3);
    expect((await readSpider(maps!)).shape).toHaveLength(4);
    await expect(readSpider(corrupted!)).rejects.toThrow("got a file of");
  },
);

for (const number of [0, 20, 40]) {
  realDataTest(
    `projection ${number} is the same in SPIDER and EM format`,
    [`${pytom}/projection_${number}.spi`, `${pytom}/projection_${number}.em`],
    async (spider, em) => {
      const [one, other] = [await readSpider(spider!), await readEm(em!)];
      expect(one.shape).toEqual([100, 100]);
      expect(other.shape).toEqual([1, 100, 100]);
      expect(one.data).toEqual(other.data);
    },
  );
}

realDataTest(
  "EMD-1480 binned by 4, in EM format",
  ["SBC-Utrecht__PyTom/tests/testData/emd_1480.map.em_bin_4.em"],
  async (file) => {
    const { shape, data } = await readEm(file!);
    expect(shape).toEqual([42, 42, 42]);
    const { min, max, mean } = statistics(data);
    expect(min).toBeCloseTo(-4.476488, 5);
    expect(max).toBeCloseTo(9.511019, 5);
    expect(mean).toBeCloseTo(0.177752, 5);
  },
);
