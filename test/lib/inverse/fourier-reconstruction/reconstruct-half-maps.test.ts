import { describe, expect, test } from "vitest";
import { simulateBlobs } from "vitrine";
import { jsBackend } from "../../../../lib/src/compute/index.js";
import { reconstruct } from "../../../../lib/src/inverse/fourier-reconstruction/reconstruct.js";
import { reconstructHalfMaps } from "../../../../lib/src/inverse/fourier-reconstruction/reconstruct-half-maps.js";
import type { HalvedImages, PosedImages } from "../../../../lib/src/inverse/index.js";
import { exactViews, portion, randomViews } from "./views.js";

const backend = jsBackend();
const views = exactViews(simulateBlobs({ seed: 4, boxSizePx: 16 }), randomViews(9));

/** The images of some indices. */
function only(...indices: readonly number[]): Promise<Float32Array> {
  async function* one(): AsyncGenerator<PosedImages> {
    for (const i of indices) yield portion(views, i, i + 1);
  }
  return reconstruct(one(), { backend }).then(({ map }) => map.data);
}

describe("H3: half maps", () => {
  test("are the maps of the even and the odd images", async () => {
    const { maps, imageCounts } = await reconstructHalfMaps(views, { backend });
    expect(imageCounts).toEqual([5, 4]);
    expect(maps.a.data).toEqual(await only(0, 2, 4, 6, 8));
    expect(maps.b.data).toEqual(await only(1, 3, 5, 7));
  });

  test("take turns across portions", async () => {
    async function* inTwo(): AsyncGenerator<HalvedImages> {
      yield portion(views, 0, 3);
      yield portion(views, 3, 9);
    }
    const whole = await reconstructHalfMaps(views, { backend });
    expect((await reconstructHalfMaps(inTwo(), { backend })).maps.b.data).toEqual(whole.maps.b.data);
  });

  test("are of the halves that are asked for", async () => {
    const halves = [0, 0, 0, 1, 1, 1, 1, 1, 1];
    const { maps, settings } = await reconstructHalfMaps({ ...views, halves }, { backend });
    expect(maps.a.data).toEqual(await only(0, 1, 2));
    expect(settings.densityWeights).toBe("iterative");
  });

  test("need images in both halves, and the half of each", async () => {
    await expect(reconstructHalfMaps(portion(views, 0, 1), { backend })).rejects.toThrow("at least one");
    await expect(reconstructHalfMaps({ ...views, halves: [0] }, { backend })).rejects.toThrow(
      "one for each image",
    );
    const halves = new Array<number>(9).fill(2);
    await expect(reconstructHalfMaps({ ...views, halves }, { backend })).rejects.toThrow("halves");
  });
});
