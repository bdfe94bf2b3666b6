import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { Offspring } from "../../../kernel/src/session/offspring.js";
import { createRun, within } from "../../../kernel/src/session/runs.js";

test("programs of a run that have not ended are named, and no other's", async () => {
  const offspring = new Offspring();
  const [run, other] = [createRun(undefined), createRun(undefined)];
  const start = (ms: number): ChildProcess => spawn(process.execPath, ["-e", `setTimeout(() => {}, ${ms})`]);
  const lasting = within(run, () => start(60_000));
  const brief = within(run, () => start(0));
  const foreign = within(other, () => start(60_000));
  await once(brief, "exit");
  expect(offspring.leave(run)).toEqual([lasting.pid]);
  expect(offspring.leave(createRun(undefined))).toEqual([]);
  for (const child of [lasting, foreign]) child.kill("SIGKILL");
});

test("a thread that a cell's own code started is ended; one that a library started is not", async () => {
  const offspring = new Offspring();
  const run = createRun(undefined);
  const make = (url: string): Worker =>
    within(run, () =>
      (
        new Function(
          "Worker",
          `return new Worker("setInterval(() => {}, 1000)", { eval: true })\n//# sourceURL=${url}`,
        ) as (kind: typeof Worker) => Worker
      )(Worker),
    );
  const [cells, librarys] = [make("cell-3.ts"), make("pool.js")];
  await Promise.all([cells, librarys].map((thread) => once(thread, "online")));
  const ended = once(cells, "exit");
  offspring.leave(run);
  await ended;
  expect(librarys.threadId).toBeGreaterThan(0);
  await librarys.terminate();
});
