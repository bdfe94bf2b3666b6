import { EventEmitter } from "node:events";
import { inspect } from "node:util";
import { afterAll, expect, test } from "vitest";
import {
  relaxAsyncChecks,
  clearAsyncStack,
  switchBeforeHook,
} from "../../../kernel/src/session/async-checks.js";
import { strayCall } from "../../../kernel/src/messages/index.js";
import { KeyboardInterrupt } from "../../../kernel/src/session/interruption.js";
import { tidyPromises } from "../../../kernel/src/session/promise-text.js";
import { Reaper } from "../../../kernel/src/session/reaper.js";
import {
  createRun,
  currentRun,
  finished,
  noteLatest,
  ownRun,
  whenFinished,
  within,
} from "../../../kernel/src/session/runs.js";

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

test("all that a run starts belongs to it, however late", async () => {
  const [a, b] = [createRun(undefined), createRun(undefined)];
  const seen: unknown[] = [];
  const note = (): void => void seen.push(ownRun() === a ? "a" : ownRun() === b ? "b" : "none");
  within(a, () => {
    note();
    setTimeout(note, 5);
    void Promise.resolve().then(note);
  });
  within(b, () => setTimeout(note, 1));
  note();
  await sleep(20);
  expect(seen).toEqual(["a", "none", "a", "b", "a"]);
});

test("a listener belongs to the run whose code emits", () => {
  const [a, b] = [createRun(undefined), createRun(undefined)];
  const emitter = new EventEmitter();
  let heard: unknown;
  within(a, () => emitter.on("x", () => (heard = ownRun())));
  within(b, () => emitter.emit("x"));
  expect(heard).toBe(b);
});

test("where the run is not known it is the latest cell's", () => {
  const run = createRun(undefined);
  noteLatest(run);
  expect(currentRun()).toBe(run);
  const other = createRun(undefined);
  expect(within(other, () => currentRun())).toBe(other);
});

test("a run is finished when all it must wait for has settled, failures and late comers too", async () => {
  const run = createRun(undefined);
  let last = false;
  run.unfinished.add(Promise.reject(new Error("no")).finally(() => run.unfinished.clear()));
  const slow = sleep(10).then(() => {
    run.unfinished.delete(slow);
    last = true;
  });
  run.unfinished.add(slow);
  await finished(run);
  await slow;
  expect(last).toBe(true);
});

test("many may listen to a run's signal without a warning", async () => {
  const warned: unknown[] = [];
  const hear = (warning: Error): void => void warned.push(warning.name);
  process.on("warning", hear);
  afterAll(() => process.off("warning", hear));
  const { signal } = createRun(undefined).controller;
  for (let i = 0; i < 50; i++) signal.addEventListener("abort", () => {});
  await sleep(5);
  expect(warned).toEqual([]);
});

test("promises print without Node's notes", async () => {
  tidyPromises();
  const run = createRun(undefined);
  const print = (promise: Promise<unknown>): string => inspect(promise);
  expect(within(run, () => print(new Promise(() => {})))).toBe("Promise { <pending> }");
  expect(within(run, () => print(Promise.resolve({ a: 1 })))).toBe("Promise { { a: 1 } }");
  expect(within(run, () => inspect([Promise.resolve(1)]))).toBe("[ Promise { 1 } ]");
});

test("an interrupt is an error of its own name", () => {
  expect(String(new KeyboardInterrupt())).toBe("KeyboardInterrupt: interrupted");
});

test("the reaper empties the timers of runs that were left and stops their promises, and no others'", async () => {
  let stops = 0;
  const reaper = new Reaper({ terminate: () => void stops++, isAwaited: () => true });
  const [left, kept] = [createRun(undefined), createRun(undefined)];
  const seen: string[] = [];
  within(left, () => {
    setInterval(() => seen.push("left"), 1).unref();
    setImmediate(() => seen.push("left at once"));
  });
  within(kept, () => setTimeout(() => seen.push("kept"), 1));
  reaper.reap([left]);
  await sleep(30);
  expect(seen).toEqual(["kept"]);
  expect(stops).toBe(0);
  within(kept, () => void sleep(1).then(() => seen.push("kept too")));
  await sleep(80);
  expect(seen).toContain("kept too");
  within(left, () => void Promise.resolve().then(() => {}));
  await sleep(80);
  expect(stops).toBeGreaterThan(0);
  switchBeforeHook(false);
  relaxAsyncChecks();
  clearAsyncStack();
});

test("code that nobody waits for is left when it is asked for from inside; what is awaited is not", () => {
  const [stray, awaited] = [createRun(undefined), createRun(undefined)];
  new Reaper({ terminate: () => {}, isAwaited: (run) => run === awaited });
  const leaveStray = (globalThis as Record<symbol, unknown>)[Symbol.for(strayCall)] as () => void;
  for (const run of [stray, awaited]) within(run, leaveStray);
  leaveStray();
  expect([stray.left, awaited.left]).toEqual([true, false]);
  switchBeforeHook(false);
  relaxAsyncChecks();
  clearAsyncStack();
});

test("those who asked are told of a run's end, once, after the work that it waits for", async () => {
  const run = createRun(undefined);
  const order: string[] = [];
  whenFinished(run, () => order.push("told"));
  whenFinished(run, () => order.push("told too"));
  run.unfinished.add(
    sleep(5).then(() => {
      order.push("work");
      run.unfinished.clear();
    }),
  );
  await finished(run);
  await finished(run);
  expect(order).toEqual(["work", "told", "told too"]);
});
