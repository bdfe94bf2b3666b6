import { expect, test } from "vitest";
import { viewUnderTest } from "../../../support/view-under-test.js";
import { mountVolume, side } from "../../../support/volume-page.js";

const subject = viewUnderTest("widgets/src/view/volume-view/index.ts");

test("the isosurface lies as the slice perpendicular to z, and turns when dragged", async () => {
  await mountVolume(subject.opened.page, {});
  await subject.opened.page.waitForSelector("[data-part=surface][data-drawn=fine]");
  /** Mean position of light blue in the panel, from -1 to 1 to the right and down. */
  const middle = async (): Promise<[number, number]> => {
    const png = (await subject.opened.page.locator("[data-part=surface]").screenshot()).toString("base64");
    return subject.opened.page.evaluate(async (png) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
      const canvas = document.createElement("canvas");
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      const context = canvas.getContext("2d")!;
      context.drawImage(bitmap, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
      let [count, x, y] = [0, 0, 0];
      for (let i = 0; i < width * height; i++) {
        const [red, green, blue] = [data[4 * i]!, data[4 * i + 1]!, data[4 * i + 2]!];
        if (blue < 145 || blue - red < 25 || blue - red > 100 || green < red) continue;
        count += 1;
        x += (i % width) / width;
        y += Math.floor(i / width) / height;
      }
      return [(2 * x) / count - 1, (2 * y) / count - 1] as [number, number];
    }, png);
  };
  const before = await middle();
  expect(before[0]).toBeLessThan(-0.1);
  expect(before[1]).toBeGreaterThan(0.1);
  const box = (await subject.opened.page.locator("[data-part=surface]").boundingBox())!;
  await subject.opened.page.mouse.move(box.x + 60, box.y + 150);
  await subject.opened.page.mouse.down();
  // Half the panel is a quarter turn, the whole of it half a turn: what was on the left comes to the right.
  await subject.opened.page.mouse.move(box.x + 60 + side / 2, box.y + 150);
  await subject.opened.page.mouse.move(box.x + 60 + side, box.y + 150);
  await subject.opened.page.mouse.up();
  await subject.opened.page.evaluate(() => window.harness.settled());
  const after = await middle();
  expect(after[0]).toBeGreaterThan(0.1);
  expect(after[1]).toBeGreaterThan(0.1);
});
