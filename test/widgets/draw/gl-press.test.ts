import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Draw from "../../../widgets/src/draw/index.js";
import { pageBench } from "../../support/page.js";
import type { ViewBench } from "../../support/page.js";

let bench: ViewBench;
beforeAll(async () => {
  bench = await pageBench("widgets/src/draw/index.ts");
});
afterAll(() => bench?.close());

test("all painters share one context; it is made anew when lost, and given back with the last painter", async () => {
  const { page, close } = await bench.open();
  const seen = await page.evaluate(() => {
    const draw = window.subject as unknown as typeof Draw;
    window.harness.countContexts();
    const canvas = document.createElement("canvas");
    const context = draw.sizedContext(canvas, 20, 20)!;
    const [a, b] = [draw.createPainter(), draw.createPainter()];
    const options = {
      limits: [0, 1],
      map: "grey",
      source: { x: 0, y: 0, width: 2, height: 2 },
      target: { x: 0, y: 0, width: 20, height: 20 },
    } as const;
    const centre = (): number => context.getImageData(10, 10, 1, 1).data[0]!;
    const white = draw.picture({
      data: new Float32Array(4).fill(1),
      width: 2,
      height: 2,
      offset: 0,
      scale: 1,
    });
    const results: unknown[] = [];
    for (const painter of [a, b]) {
      painter.show(white);
      painter.paint(context, options);
    }
    results.push(centre(), window.harness.liveContexts());
    window.harness.loseContexts();
    context.clearRect(0, 0, 20, 20);
    a.paint(context, options);
    results.push(centre());
    a.dispose();
    a.dispose();
    b.dispose();
    results.push(window.harness.liveContexts());
    return results;
  });
  expect(seen).toEqual([255, 1, 255, 0]);
  await close();
});
