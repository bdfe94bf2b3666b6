import { expect } from "vitest";
import { readRaw } from "../../lib/src/io/raw/index.js";
import { readSpider } from "../../lib/src/io/spider/index.js";
import { realDataTest } from "../support/shared-data.js";

const xmipp = "I2PC__xmipp/src/xmipp/resources/test/image";

realDataTest(
  "E14: the raw copy of one image is its SPIDER copy",
  [`${xmipp}/singleImage.raw`, `${xmipp}/singleImage.spi`],
  async (raw, spider) => {
    const read = await readRaw(raw!, { shape: [3, 3], type: "float32", pixelSizeA: 1 });
    expect(read.data).toEqual((await readSpider(spider!)).data);
  },
);
