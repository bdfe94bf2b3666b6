import { expect, test } from "vitest";
import type { Progress } from "vitrine";
import { partOf } from "../../../lib/src/fourier/progress.js";
import { filterArray, rfft } from "vitrine/fourier";

test("a part's progress is that of the whole", () => {
  const said: Progress[] = [];
  const { onProgress } = partOf({ onProgress: (progress) => said.push(progress) }, 1, 2);
  onProgress!({ stage: "half", done: 3, total: 4 });
  expect(said).toEqual([{ stage: "half", done: 87, total: 100 }]);
});

test.each([
  [
    "a transform",
    (onProgress: (p: Progress) => void) => rfft(new Float32Array(128 ** 3), [128, 128, 128], { onProgress }),
  ],
  [
    "a filter",
    (onProgress: (p: Progress) => void) =>
      filterArray(new Float32Array(128 ** 3), [128, 128, 128], () => 1, { onProgress }),
  ],
] as const)("%s goes forward only, and ends at its total", async (_, run) => {
  const said: Progress[] = [];
  await run((progress) => said.push(progress));
  expect(said.length).toBeGreaterThan(0);
  said.slice(1).forEach(({ done }, i) => expect(done).toBeGreaterThanOrEqual(said[i]!.done));
  for (const progress of said) {
    expect(progress.total).toBe(100);
    expect(progress.done).toBeLessThanOrEqual(100);
  }
  expect(said.at(-1)!.done).toBe(100);
});
