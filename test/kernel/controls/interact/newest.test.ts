import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Newest, Superseded, type Job } from "../../../../kernel/src/controls/interact/newest.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const log: string[] = [];
beforeEach(() => void (log.length = 0));

/** Lasts until it is told to end, or is aborted. */
function job(name: string): Job & { end(): void } {
  let end = (): void => {};
  const run: Job = ({ signal }) => {
    log.push(`${name} starts`);
    signal.addEventListener("abort", () => {
      log.push(`${name} aborted: ${(signal.reason as Error).name}`);
      end();
    });
    return new Promise<void>((resolve) => (end = resolve)).then(() => void log.push(`${name} ends`));
  };
  return Object.assign(run, { end: () => end() });
}

test("a job starts at once where none runs, also after one that has ended", async () => {
  const newest = new Newest();
  const first = job("first");
  newest.request(first);
  expect(log).toEqual(["first starts"]);
  first.end();
  await vi.runAllTimersAsync();
  newest.request(job("second"));
  expect(log).toEqual(["first starts", "first ends", "second starts"]);
});

test("a newer job aborts the one that runs and waits for its end; of those that wait the newest runs", async () => {
  const newest = new Newest();
  newest.request(job("first"));
  newest.request(job("second"));
  newest.request(job("third"));
  await vi.runAllTimersAsync();
  expect(log).toEqual(["first starts", "first aborted: Superseded", "first ends", "third starts"]);
});

test("a job that asks for the next one from inside does not hold the thread", async () => {
  const newest = new Newest();
  let runs = 0;
  const again: Job = ({ signal }) => {
    runs++;
    if (runs < 5) newest.request(again);
    expect(signal.aborted).toBe(false);
    return Promise.resolve();
  };
  newest.request(again);
  expect(runs).toBe(1);
  await vi.runAllTimersAsync();
  expect(runs).toBe(5);
});

test("a job that asks for the next one from inside is aborted for it", async () => {
  const newest = new Newest();
  const reasons: unknown[] = [];
  newest.request(async ({ signal }) => {
    signal.addEventListener("abort", () => reasons.push(signal.reason));
    newest.request(job("second"));
    await Promise.resolve();
  });
  await vi.runAllTimersAsync();
  expect(reasons).toEqual([expect.any(Superseded)]);
  expect(log).toEqual(["second starts"]);
});

test("a job that was stopped in its own code does not keep the next one out", async () => {
  const newest = new Newest();
  const stopped = (): never => {
    throw new Error("as if the engine had stopped it");
  };
  expect(() => newest.request(stopped)).toThrow();
  await vi.runAllTimersAsync();
  newest.request(job("second"));
  expect(log).toEqual(["second starts"]);
});

test("stop aborts the job that runs; the one that waited never starts", async () => {
  const newest = new Newest();
  newest.request(job("first"));
  newest.request(job("second"));
  newest.stop();
  await vi.runAllTimersAsync();
  expect(log).toEqual(["first starts", "first aborted: Superseded", "first ends"]);
  newest.request(job("third"));
  expect(log.at(-1)).toBe("third starts");
});
