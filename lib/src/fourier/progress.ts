import { startTask } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";

/** Progress is told in whole percent: a transform's lines and axes mean nothing to who waits for it. */
const whole = 100;

/** Options for part `index` of `count` equal parts of a longer piece of work, whose progress is reported as that of the whole. */
export function partOf(options: TaskOptions, index: number, count: number): TaskOptions {
  const task = startTask(options);
  return {
    ...options,
    onProgress: ({ stage, done, total = 1 }) =>
      task.report({ stage, done: Math.floor((whole * (index + done / total)) / count), total: whole }),
  };
}
