import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { powerSpectrumOf } from "vitrine/model";
import { spectrumFigure } from "../../../../widgets/src/host/figure/spectrum.js";
import { viewMime, widgetMime } from "../../../../widgets/src/protocol/index.js";
import { decodePng } from "../decode-png.js";
import { recordSession, type Recorder } from "../recorder.js";

let session: Recorder;
beforeEach(() => (session = recordSession()));
afterEach(() => session.undo());

/** Power 1 everywhere but at one place; a flat profile. */
function spectrum(ny: number, nx: number, at: readonly [number, number], shells = 40, pixelSizeA = 1.5) {
  const data = new Float32Array(ny * nx).fill(1);
  data[at[0] * nx + at[1]] = 1000;
  const spatialFrequencyInvA = Float64Array.from({ length: shells }, (_, i) => i / (shells * 2 * pixelSizeA));
  return powerSpectrumOf({
    data,
    shape: [ny, nx],
    pixelSizeA,
    radial: { spatialFrequencyInvA, power: spatialFrequencyInvA.map((s) => Math.exp(-s * 9)) },
  });
}

describe("a spectrum's figure", () => {
  test("has our view, the widget, a picture and the numbers; its rings lie before Nyquist", async () => {
    const { bundle } = await spectrumFigure(spectrum(60, 60, [10, 50]), {});
    expect(Object.keys(bundle)).toEqual([viewMime, widgetMime, "image/png", "text/plain"]);
    expect(bundle["text/plain"]).toBe("power spectrum 60 x 60, Nyquist 3 Å");
    const { state } = session.opened();
    expect(state).toMatchObject({
      _widget: "spectrum-view",
      shape: [60, 60],
      pixelSizeA: 1.5,
      contrast: [1, 99],
    });
    expect((state["ringsA"] as number[]).every((ring) => ring > 3)).toBe(true);
    expect(state["frequencyInvA"]).toHaveLength(40);
    expect(state["power"]).toHaveLength(40);
  });

  test("shows a bright frequency at its place: 6 pixels for each of 60", async () => {
    const { bundle } = await spectrumFigure(spectrum(60, 60, [10, 50]), { contrast: [0, 100], ringsA: [] });
    const picture = decodePng(Buffer.from(bundle["image/png"] as string, "base64"));
    expect(picture.at(12 + 50 * 6 + 3, 34 + 10 * 6 + 3)).toEqual([255, 255, 255]);
    expect(picture.at(12 + 10 * 6 + 3, 34 + 50 * 6 + 3)).toEqual([0, 0, 0]);
  });

  test("draws a ring where pixelSize * N / d pixels lie from the origin", async () => {
    const { bundle } = await spectrumFigure(spectrum(60, 60, [0, 0]), { contrast: [0, 100], ringsA: [5] });
    const picture = decodePng(Buffer.from(bundle["image/png"] as string, "base64"));
    const radius = ((1.5 * 60) / 5) * 6;
    const [x, y] = [12 + 30.5 * 6, 34 + 30.5 * 6];
    const orange = ([red, , blue]: readonly number[]): boolean => red! > blue! + 60;
    expect(orange(picture.at(Math.round(x + radius - 0.5), Math.round(y)))).toBe(true);
    expect(orange(picture.at(Math.round(x - radius - 0.5), Math.round(y)))).toBe(true);
    expect(orange(picture.at(Math.round(x + radius - 6), Math.round(y)))).toBe(false);
    expect(orange(picture.at(Math.round(x + radius + 6), Math.round(y)))).toBe(false);
  });

  test.each([
    ["constant", 5],
    ["empty", 0],
    ["not finite", Number.NaN],
  ])("of %s power is drawn with a word", async (_name, value) => {
    const blank = { ...spectrum(7, 9, [0, 0]), data: new Float32Array(63).fill(value) };
    const { bundle } = await spectrumFigure(blank, {});
    expect(decodePng(Buffer.from(bundle["image/png"] as string, "base64")).width).toBe(1004);
  });

  test("keeps its state below 100 KB with 10 000 shells", async () => {
    await spectrumFigure(spectrum(16, 16, [1, 1], 10_000), {});
    expect(session.opened().bytes).toBeLessThan(100_000);
  });
});

describe("a spectrum's answers", () => {
  test("the image is log10 of the power, whole or binned", async () => {
    await spectrumFigure(spectrum(33, 20, [4, 7]), {});
    const { id } = session.opened();
    const whole = await session.ask(id, { type: "request", id: 8, what: "image" });
    expect(whole.content).toMatchObject({ type: "data", id: 8, shape: [33, 20], dtype: "f32", binning: 1 });
    const values = new Float32Array(whole.buffer.buffer);
    values.forEach((value, i) => expect(value).toBeCloseTo(i === 4 * 20 + 7 ? 3 : 0, 6));
    const small = await session.ask(id, { type: "request", id: 9, what: "image", maxSize: 11 });
    expect(small.content).toMatchObject({ shape: [11, 7], binning: 3 });
    expect(new Float32Array(small.buffer.buffer)[1 * 7 + 2]).toBeCloseTo(Math.log10(1008 / 9), 5);
  });

  test("a slice is refused", async () => {
    await spectrumFigure(spectrum(8, 8, [0, 0]), {});
    const request = { type: "request", id: 3, what: "slice", axis: "z", index: 0 };
    expect((await session.ask(session.opened().id, request)).content).toMatchObject({
      type: "refusal",
      id: 3,
    });
  });
});
