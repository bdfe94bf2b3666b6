import type { Task } from "../core/index.js";

/** Called between blocks of work with the share that is done, 0 to 1; what it returns is waited for. */
export type Breathe = (share: number) => Promise<void> | undefined;

/** Progress is told in whole percent: a transform's lines and axes mean nothing to who waits for it. */
export const wholePercent = 100;

/** Breathes for step `step` of `steps` equal ones and reports how far the whole is, under the name `stage`. */
export function breatheFor(task: Task, stage: string, step: number, steps: number): Breathe {
  return (share) => {
    const pause = task.breathe();
    const done = Math.floor((wholePercent * (step + share)) / steps);
    if (pause !== undefined || done === wholePercent) task.report({ stage, done, total: wholePercent });
    return pause;
  };
}
