import { expect, test } from "vitest";
import type { Progress } from "vitrine";
import type { Task } from "../../../lib/src/core/index.js";
import { breatheFor, partOf } from "../../../lib/src/fourier/progress.js";
import { filterArray, rfft } from "vitrine/fourier";

test("an axis reports its share of the whole in percent, when there is a pause to be seen in, and the end", async () => {
  const said: Progress[] = [];
  let pause: Promise<void> | undefined = Promise.resolve();
  const task: Task = {
    breathe: () => pause,
    report: (progress) => said.push(progress),
    throwIfCancelled: () => undefined,
  };
  await breatheFor(task, 1, 3)(0.25);
  pause = undefined;
  expect(breatheFor(task, 2, 3)(0.5)).toBeUndefined();
  expect(breatheFor(task, 2, 3)(1)).toBeUndefined();
  expect(said).toEqual([
    { stage: "Fourier transform", done: 41, total: 100 },
    { stage: "Fourier transform", done: 100, total: 100 },
  ]);
});

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
