import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as Draw from "../../../widgets/src/draw/index.js";
import { pageBench } from "../../support/page.js";
import type { ViewBench } from "../../support/page.js";

let bench: ViewBench;
beforeAll(async () => {
  bench = await pageBench("widgets/src/draw/index.ts");
});
afterAll(() => bench?.close());

const noWebGl = `HTMLCanvasElement.prototype.getContext = ((original) => function (kind, ...rest) {
  return kind === "webgl2" ? null : original.call(this, kind, ...rest);
})(HTMLCanvasElement.prototype.getContext);`;

interface Drawn {
  readonly backend: string;
  readonly pixels: number[];
}

/** Draws the same odd, non-square pictures; returns every pixel. */
async function drawAll(before: string | undefined): Promise<Drawn[]> {
  const { page, errors, close } = await bench.open(before === undefined ? {} : { before });
  const drawn = await page.evaluate(() => {
    const draw = window.subject as unknown as typeof Draw;
    const [width, height] = [13, 7];
    const values = Float32Array.from({ length: width * height }, (_, i) => Math.sin(i * i) * 3 + 1);
    values[40] = Number.NaN;
    const bytes = new Uint8Array(width * height + 5).map((_, i) => (i * 37) % 256).subarray(5);
    const cases = [
      { data: values, scale: 1, offset: 0, size: 91, map: "grey" },
      { data: values, scale: 1, offset: 0, size: 6, map: "dusk" },
      { data: bytes, scale: 0.02, offset: -1, size: 50, map: "grey" },
    ] as const;
    return cases.map(({ data, scale, offset, size, map }) => {
      const canvas = document.createElement("canvas");
      const context = draw.sizedContext(canvas, size, size)!;
      const painter = draw.createPainter();
      painter.show(draw.picture({ data, width, height, scale, offset }));
      painter.paint(context, {
        limits: [-1.5, 3.5],
        map,
        source: { x: -1, y: 0.5, width: 14, height: 6 },
        target: { x: 0, y: 0, width: size, height: size },
      });
      const pixels = [...context.getImageData(0, 0, canvas.width, canvas.height).data];
      const backend = painter.backend();
      painter.dispose();
      return { backend, pixels };
    });
  });
  expect(errors).toEqual([]);
  await close();
  return drawn;
}

describe("a painter", () => {
  test("draws the same through WebGL2 and on the processor", async () => {
    const [gpu, cpu] = [await drawAll(undefined), await drawAll(noWebGl)];
    for (const [i, { backend, pixels }] of gpu.entries()) {
      expect(backend).toBe("webgl2");
      expect(cpu[i]!.backend).toBe("canvas");
      expect(pixels.some((value) => value > 0 && value < 255)).toBe(true);
      const differences = pixels.map((value, at) => Math.abs(value - cpu[i]!.pixels[at]!));
      // One step of 256: single against double precision before rounding. Colour maps can jump by 3 from entry to entry.
      // A pixel whose centre lies on a texel's border may fall to either side: at most one in fifty.
      expect(differences.filter((difference) => difference > 3).length / pixels.length).toBeLessThan(0.02);
    }
  });
});
