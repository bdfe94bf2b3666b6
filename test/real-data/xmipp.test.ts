import { expect } from "vitest";
import { readParticles } from "vitrine";
import { realDataTest } from "../support/shared-data.js";

const folder = "I2PC__xmipp/src/xmipp/resources/test/pythoninterface";
const optics = { voltageKV: 200, csMm: 2, amplitudeContrast: 0.1, pixelSizeA: 1 };

realDataTest(
  "O11: images of Xmipp's own test files, in one block and in three",
  [`${folder}/test.xmd`, `${folder}/testBlock.xmd`],
  async (single, several) => {
    const all = await readParticles(single!, { optics });
    expect(all.images).toEqual({
      files: ["pythoninterface/proj_ctf_1.stk"],
      file: new Int32Array(3),
      index: Int32Array.of(0, 1, 2),
    });
    expect(all.other!.columns["classificationData"]![1]).toBe(" 1.000000\t 4.000000     9.000000 ");
    const third = await readParticles(several!, { optics, block: "b3" });
    expect(third.images!.files).toEqual(["pythoninterface/proj_ctf_3.stk"]);
  },
);
