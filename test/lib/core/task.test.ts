import { afterEach, describe, expect, test } from "vitest";
import { setAmbientTask, startTask, type Progress } from "../../../lib/src/core/index.js";

/** Keeps the thread busy. */
function spin(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

/** Longer than a block: after this much work a task must let the event loop turn. */
const longMs = 40;

const undo: (() => void)[] = [];
afterEach(() => undo.splice(0).forEach((back) => back()));

describe("a task", () => {
  test("does not start when it was cancelled before", () => {
    expect(() => startTask({ signal: AbortSignal.abort(new Error("stop")) })).toThrow("stop");
  });

  test("stops between blocks with the reason given", async () => {
    const control = new AbortController();
    const task = startTask({ signal: control.signal });
    expect(task.breathe()).toBeUndefined();
    control.abort(new Error("enough"));
    expect(() => task.breathe()).toThrow("enough");
    expect(() => task.throwIfCancelled()).toThrow("enough");
  });

  test("hears of a cancel that arrives while it breathes", async () => {
    const control = new AbortController();
    const task = startTask({ signal: control.signal });
    setImmediate(() => control.abort(new Error("late")));
    await expect(
      (async () => {
        for (let block = 0; block < 50; block++) {
          spin(longMs);
          await task.breathe();
        }
      })(),
    ).rejects.toThrow("late");
  });

  test("breathes only when a block was long, and lets timers run then", async () => {
    const task = startTask();
    expect(task.breathe()).toBeUndefined();
    let timers = 0;
    const timer = setInterval(() => (timers += 1), 1);
    for (let block = 0; block < 5; block++) {
      spin(longMs);
      const pause = task.breathe();
      expect(pause).toBeInstanceOf(Promise);
      await pause;
      expect(task.breathe()).toBeUndefined(); // a new block has begun
    }
    clearInterval(timer);
    expect(timers).toBeGreaterThanOrEqual(3);
  });

  test("reports to whom it was given", () => {
    const heard: Progress[] = [];
    startTask({ onProgress: (progress) => heard.push(progress) }).report({ stage: "fit", done: 1, total: 2 });
    expect(heard).toEqual([{ stage: "fit", done: 1, total: 2 }]);
    expect(() => startTask().report({ stage: "fit", done: 1 })).not.toThrow();
  });
});

describe("the ambient task", () => {
  test("is used where the caller gives none, asked anew for each task", () => {
    const heard: string[] = [];
    let control = new AbortController();
    undo.push(
      setAmbientTask(() => ({ signal: control.signal, onProgress: ({ stage }) => void heard.push(stage) })),
    );
    startTask().report({ stage: "ambient", done: 0 });
    expect(heard).toEqual(["ambient"]);
    control.abort(new Error("cell stopped"));
    expect(() => startTask()).toThrow("cell stopped");
    control = new AbortController();
    expect(() => startTask()).not.toThrow();
  });

  test("gives way to what the caller gives, each on its own", () => {
    const heard: string[] = [];
    undo.push(
      setAmbientTask(() => ({
        signal: AbortSignal.abort(new Error("ambient")),
        onProgress: () => void heard.push("ambient"),
      })),
    );
    const task = startTask({ signal: new AbortController().signal });
    task.report({ stage: "x", done: 0 });
    expect(heard).toEqual(["ambient"]);
    expect(() => startTask({ onProgress: () => undefined })).toThrow("ambient");
  });

  test("is put back by the undo", () => {
    const back = setAmbientTask(() => ({ signal: AbortSignal.abort(new Error("inner")) }));
    back();
    expect(() => startTask()).not.toThrow();
  });
});
