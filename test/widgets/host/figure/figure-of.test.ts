import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { curve, halfMaps, image, imageStack, statistics, volume, type Noun } from "vitrine";
import { histogramOf, powerSpectrumOf, shellCorrelationOf } from "vitrine/model";
import { figureOf } from "../../../../widgets/src/host/figure/index.js";
import { isNoun } from "../../../../widgets/src/host/noun.js";
import { recordSession, type Recorder } from "../recorder.js";

let session: Recorder;
beforeEach(() => (session = recordSession()));
afterEach(() => session.undo());

const map = volume(new Float32Array(27).fill(1), { shape: [3, 3, 3], voxelSizeA: 1 });
const column = Float64Array.of(0, 0.1, 0.2);
const nouns: Record<Noun["kind"], Noun> = {
  volume: map,
  "half-maps": halfMaps(map, map),
  image: image(new Float32Array(4), { shape: [2, 2], pixelSizeA: 1 }),
  "image-stack": imageStack(new Float32Array(8), { shape: [2, 2, 2], pixelSizeA: 1 }),
  "power-spectrum": powerSpectrumOf({
    data: new Float32Array(4),
    shape: [2, 2],
    pixelSizeA: 1,
    radial: { spatialFrequencyInvA: column, power: column },
  }),
  histogram: histogramOf({ counts: column, low: 0, width: 1, label: "l", statistics: statistics(column) }),
  curve: curve({
    title: "t",
    x: { label: "x", unit: "", values: column },
    y: { label: "y", unit: "" },
    series: [{ name: "s", role: "data", values: column }],
  }),
  "shell-correlation": shellCorrelationOf({
    dimensions: 3,
    spatialFrequencyInvA: column,
    correlation: Float64Array.of(1, 0.5, 0),
    coefficients: Float64Array.of(1, 9, 20),
    boxSizePx: 5,
    voxelSizeA: 2,
  }),
};
const view = ["application/vnd.vitrine.view+json", "application/vnd.jupyter.widget-view+json"];
const wanted: Record<Noun["kind"], readonly string[]> = {
  volume: [...view, "image/png", "text/plain"],
  "half-maps": [...view, "image/png", "text/plain"],
  image: ["image/png", "text/plain"],
  "image-stack": ["image/png", "text/plain"],
  "power-spectrum": [...view, "image/png", "text/plain"],
  histogram: [...view, "image/svg+xml", "text/plain"],
  curve: [...view, "application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"],
  "shell-correlation": [...view, "application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"],
};

describe("every record of the library", () => {
  test.each(Object.keys(nouns) as Noun["kind"][])(
    "a %s is known and shown in all its forms",
    async (kind) => {
      expect(isNoun(nouns[kind], kind)).toBe(true);
      const { bundle } = await figureOf(nouns[kind]);
      expect(Object.keys(bundle)).toEqual(wanted[kind]);
    },
  );
});
