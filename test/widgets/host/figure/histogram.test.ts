import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { statistics } from "vitrine";
import { histogramOf } from "vitrine/model";
import { histogramFigure } from "../../../../widgets/src/host/figure/histogram.js";
import { viewMime, widgetMime } from "../../../../widgets/src/protocol/index.js";
import { recordSession, type Recorder } from "../recorder.js";
import { elementsOf, textsOf } from "../well-formed.js";

let session: Recorder;
beforeEach(() => (session = recordSession()));
afterEach(() => session.undo());

const values = Float32Array.of(1, 2, 2, 3, 3, 3);
const histogram = (counts: Float64Array, label = "density") =>
  histogramOf({ counts, low: 1, width: 1, label, statistics: statistics(values) });

describe("a histogram's figure", () => {
  test("has our view, the widget, a picture and the numbers", async () => {
    const { bundle } = await histogramFigure(histogram(Float64Array.of(1, 2, 3)), { scale: "log" });
    expect(Object.keys(bundle)).toEqual([viewMime, widgetMime, "image/svg+xml", "text/plain"]);
    const { state } = session.opened();
    expect(state).toMatchObject({ _widget: "histogram", low: 1, width: 1, scale: "log", selection: [] });
    expect([...(state["counts"] as Float64Array)]).toEqual([1, 2, 3]);
    const texts = textsOf(bundle["image/svg+xml"] as string);
    for (const words of ["n 6", "mean 2.333", "min 1", "max 3", "density"]) expect(texts).toContain(words);
  });

  test("bars are as high as their counts", async () => {
    const { bundle } = await histogramFigure(histogram(Float64Array.of(1, 2, 0, 4)), {});
    const svg = bundle["image/svg+xml"] as string;
    const heights = [
      ...svg.matchAll(/<rect x="[^"]*" y="[^"]*" width="[^"]*" height="([^"]*)" fill="#0072b2"/g),
    ].map((match) => Number(match[1]));
    expect(heights).toHaveLength(3);
    expect(heights[1]! / heights[0]!).toBeCloseTo(2, 2);
    expect(heights[2]! / heights[0]!).toBeCloseTo(4, 2);
  });

  test("a count of 1 has a bar on a logarithmic axis, a count of 0 none", async () => {
    const { bundle } = await histogramFigure(histogram(Float64Array.of(0, 1, 100)), { scale: "log" });
    const bars = [...(bundle["image/svg+xml"] as string).matchAll(/height="([^"]*)" fill="#0072b2"/g)];
    expect(bars).toHaveLength(2);
    expect(bars.every((match) => Number(match[1]) > 5)).toBe(true);
  });

  test.each([
    ["many bins", new Float64Array(100_000).fill(1)],
    ["one bin", Float64Array.of(9)],
    ["no counts", new Float64Array(5)],
  ])("of %s is drawn and small", async (name, counts) => {
    const { bundle } = await histogramFigure(histogram(counts), {});
    expect(session.opened().bytes).toBeLessThan(100_000);
    const texts = textsOf(bundle["image/svg+xml"] as string);
    expect(texts.includes("no counts")).toBe(name === "no counts");
    expect(bundle["image/svg+xml"]).not.toMatch(/NaN|Infinity/);
  });

  test("a hostile label stays text", async () => {
    const { bundle } = await histogramFigure(histogram(Float64Array.of(1), "<script>1</script>"), {});
    expect(elementsOf(bundle["image/svg+xml"] as string).has("script")).toBe(false);
  });
});
