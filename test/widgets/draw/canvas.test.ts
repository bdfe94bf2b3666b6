import { expect, test } from "vitest";
import type * as Draw from "../../../widgets/src/draw/index.js";
import { pageBench } from "../../support/page.js";

test("a canvas has as many pixels as the screen, its context counts in CSS pixels, and each drawing starts empty", async () => {
  const bench = await pageBench("widgets/src/draw/index.ts");
  const { page, errors } = await bench.open({ deviceScaleFactor: 2 });
  const seen = await page.evaluate(() => {
    const { haloText, sizedContext } = window.subject as unknown as typeof Draw;
    const canvas = document.createElement("canvas");
    const first = sizedContext(canvas, 31, 17)!;
    first.fillRect(30, 16, 1, 1);
    const corner = first.getImageData(61, 33, 1, 1).data[3];
    const again = sizedContext(canvas, 31, 17)!;
    const emptied = again.getImageData(61, 33, 1, 1).data[3];
    haloText(again, "Å", 4, 14, { ink: "#fff", halo: "#000" });
    const inked = again.getImageData(0, 0, 62, 34).data.some((value) => value > 0);
    return [canvas.width, canvas.height, canvas.style.width, corner, emptied, inked];
  });
  expect(seen).toEqual([62, 34, "31px", 255, 0, true]);
  expect(errors).toEqual([]);
  await bench.close();
});
