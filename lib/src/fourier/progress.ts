import { startTask } from "../core/index.js";
import type { Task, TaskOptions } from "../core/index.js";

/** Called between blocks of lines with the share that is done, 0 to 1; what it returns is waited for. */
export type Breathe = (share: number) => Promise<void> | undefined;

/** Progress is told in whole percent: a transform's lines and axes mean nothing to who waits for it. */
const whole = 100;

/** Breathes for one of the `axes` of a transform and reports how far the whole of it is. */
export function breatheFor(task: Task, axis: number, axes: number): Breathe {
  return (share) => {
    const pause = task.breathe();
    const done = Math.floor((whole * (axis + share)) / axes);
    if (pause !== undefined || done === whole)
      task.report({ stage: "Fourier transform", done, total: whole });
    return pause;
  };
}

/** Options for part `index` of `count` equal parts of a longer piece of work, whose progress is reported as that of the whole. */
export function partOf(options: TaskOptions, index: number, count: number): TaskOptions {
  const task = startTask(options);
  return {
    ...options,
    onProgress: ({ stage, done, total = 1 }) =>
      task.report({ stage, done: Math.floor((whole * (index + done / total)) / count), total: whole }),
  };
}
