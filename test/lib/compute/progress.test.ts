import { expect, test } from "vitest";
import type { Progress } from "vitrine";
import type { Task } from "../../../lib/src/core/index.js";
import { breatheFor } from "../../../lib/src/compute/progress.js";

test("a step reports its share of the whole in percent, when there is a pause to be seen in, and the end", async () => {
  const said: Progress[] = [];
  let pause: Promise<void> | undefined = Promise.resolve();
  const task: Task = {
    breathe: () => pause,
    report: (progress) => said.push(progress),
    throwIfCancelled: () => undefined,
  };
  await breatheFor(task, "Fourier transform", 1, 3)(0.25);
  pause = undefined;
  expect(breatheFor(task, "Fourier transform", 2, 3)(0.5)).toBeUndefined();
  expect(breatheFor(task, "Fourier transform", 2, 3)(1)).toBeUndefined();
  expect(said).toEqual([
    { stage: "Fourier transform", done: 41, total: 100 },
    { stage: "Fourier transform", done: 100, total: 100 },
  ]);
});
