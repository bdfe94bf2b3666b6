import { expect, test } from "vitest";
import { readMtf } from "../../../lib/src/io/mtf/index.js";

const head = "data_mtf\nloop_\n_rlnResolutionInversePixel\n_rlnMtfValue\n";
const read = (text: string): ReturnType<typeof readMtf> => readMtf(new TextEncoder().encode(text));

test("a detector's MTF is a curve over cycles per pixel", async () => {
  const { x, series } = await read(`${head}0 1\n0.25 0.75\n0.5 0.4\n`);
  expect([x.unit, [...x.values], [...series[0]!.values]]).toEqual(["1/px", [0, 0.25, 0.5], [1, 0.75, 0.4]]);
});

test.each([
  ["another table", "data_a\nloop_\n_b\n1\n", /_rlnMtfValue: got no such column/],
  ["words", `${head}0 one\n`, /what are no numbers/],
  ["NaN", `${head}0 1\n0.1 nan\n`, /what are no numbers/],
  ["no rows", head, /what are no numbers/],
])("is refused: %s", async (_, text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});
