import { performance } from "node:perf_hooks";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cell, cellTask, setCellHost, type CellTask } from "../../../kernel/src/cell/index.js";
import { recorder, type Recorder } from "../../support/recorder.js";

let host: Recorder;
let back: () => void;
let ended: () => void;
let nowMs: number;
beforeEach(() => {
  nowMs = 1000;
  vi.spyOn(performance, "now").mockImplementation(() => nowMs);
  host = { ...recorder(), whenEnded: (callback) => void (ended = callback) };
  host.signal = () => host.interrupt.signal;
  host.publish = (message) => void host.sent.push(message);
  back = setCellHost(host);
});
afterEach(() => {
  back();
  vi.restoreAllMocks();
});

const after = (ms: number): void => void (nowMs += ms);
const data = (type: string): string[] =>
  host.sent.map(({ content }) => String((content["data"] as Record<string, unknown>)[type]));
const texts = (): string[] => data("text/plain");
const htmls = (): string[] => data("text/html");
const displays = (): number => host.sent.filter(({ type }) => type === "display_data").length;

/** Reports 0 to `total`, `stepMs` apart. */
function run(
  stage: string,
  total: number,
  stepMs: number,
  task: CellTask = { onProgress: cell.progress },
): void {
  for (let done = 0; done <= total; done++) {
    if (done > 0) after(stepMs);
    task.onProgress!({ stage, done, total });
  }
}

describe("a bar", () => {
  test("does not appear for work shorter than half a second", () => {
    run("align", 4, 100);
    ended();
    expect(host.sent).toEqual([]);
  });

  test("appears after half a second, moves at most ten times a second, and ends with what took how long", () => {
    run("align", 200, 10);
    expect(host.sent[0]!.type).toBe("display_data");
    expect(displays()).toBe(1);
    expect(host.sent.length).toBeGreaterThanOrEqual(15);
    expect(host.sent.length).toBeLessThanOrEqual(17); // 1.5 s of ten a second, and the end
    expect(texts()[0]).toBe("align  50/200  100/s  0:02 left");
    expect(texts().at(-1)).toBe("align: done in 2.0 s, 200 at 100/s");
    ended();
    expect(htmls().at(-1)).not.toContain("<progress");
  });

  test("of hundredths tells percent and no rate; slow work tells the time of each", () => {
    run("transform", 100, 10);
    expect(texts()[0]).toBe("transform  50 %  0:01 left");
    expect(texts().at(-1)).toBe("transform: done in 1.0 s");
    run("refine", 3, 20_000);
    expect(texts().filter((text) => text.startsWith("refine"))).toEqual([
      "refine  1/3  20 s each  0:40 left",
      "refine  2/3  20 s each  0:20 left",
      "refine: done in 1:00, 3 at 20 s each",
    ]);
  });

  test("says the time so far where the end is not known, and the numbers it is given", () => {
    cell.progress({ stage: "refine", done: 0 });
    after(61_000);
    cell.progress({ stage: "refine", done: 3, metrics: { resolutionA: 3.14159 } });
    expect(texts()).toEqual(["refine  3  20.3 s each  1:01  resolutionA 3.14"]);
    expect(htmls()[0]).not.toContain("<progress");
  });

  test("stands once per stage and cell; a stage that runs again moves it again", () => {
    run("a", 2, 600);
    run("b", 2, 600);
    run("a", 2, 600);
    expect(displays()).toBe(2);
    expect(texts().at(-1)).toBe("a: done 2 times in 2.4 s");
    host.interrupt = new AbortController(); // the next cell
    run("a", 2, 600);
    expect(displays()).toBe(3);
  });

  test("says how far work came that was stopped, or whose cell ended", () => {
    cell.progress({ stage: "a", done: 0, total: 9 });
    after(600);
    cell.progress({ stage: "a", done: 4, total: 9 });
    ended();
    expect(texts().at(-1)).toBe("a: ended at 4/9 after 0.6 s");
    cell.progress({ stage: "b", done: 0, total: 100 });
    after(700);
    cell.progress({ stage: "b", done: 40, total: 100 });
    host.interrupt.abort();
    expect(texts().at(-1)).toBe("b: stopped at 40 % after 0.7 s");
    const { length } = host.sent;
    cellTask().onProgress!({ stage: "b", done: 50, total: 100 });
    ended();
    expect(host.sent).toHaveLength(length);
  });

  test("is shared by calls that run at the same time", () => {
    const [one, two] = [cellTask(), cellTask()];
    for (let done = 0; done <= 8; done++) {
      one.onProgress!({ stage: "fit", done, total: 10 });
      two.onProgress!({ stage: "fit", done: done / 2, total: 10 });
      after(100);
    }
    expect(displays()).toBe(1);
    expect(texts()[0]).toMatch(/^fit \(2 at once\) {2}[\d.]+\/20 /);
    one.onProgress!({ stage: "fit", done: 10, total: 10 });
    two.onProgress!({ stage: "fit", done: 10, total: 10 });
    expect(texts().at(-1)).toMatch(/^fit \(2 at once\): done in 0\.9 s/);
  });

  test("forgets a call that went silent", () => {
    const [lost, found] = [cellTask(), cellTask()];
    lost.onProgress!({ stage: "fit", done: 1, total: 10 });
    found.onProgress!({ stage: "fit", done: 0, total: 10 });
    after(4000);
    found.onProgress!({ stage: "fit", done: 5, total: 10 });
    expect(texts()).toEqual(["fit  5/10  1.25/s  0:04 left"]);
  });

  test("comes in handfuls, however many stages there are", () => {
    const report = (done: number): void => {
      for (let i = 0; i < 50; i++) cell.progress({ stage: `stage ${i}`, done, total: 3 });
    };
    report(0);
    after(600);
    report(1);
    expect(displays()).toBe(7);
    expect(texts().at(-1)).toMatch(/^other work: stage 6 /);
  });

  test("lets no markup of a stage's name or a metric's name through", () => {
    const stage = `<img src=x onerror="alert(1)">&`;
    cell.progress({ stage, done: 0, total: 2 });
    after(600);
    cell.progress({ stage, done: 1, total: 2, metrics: { "<b>": 1 } });
    expect(htmls()[0]).not.toMatch(/<img|<b>|onerror="/);
    expect(htmls()[0]).toContain("&#60;img src=x onerror=&#34;alert(1)&#34;&#62;&#38;");
    expect(texts()[0]).toContain(stage);
  });

  test("is nothing outside a session", () => {
    back();
    expect(() => cell.progress({ stage: "a", done: 1 })).not.toThrow();
    expect(cellTask()).toEqual({});
    back = setCellHost(host);
  });
});

describe("track", () => {
  test("gives each item of lists, sets and streams, and moves a bar", async () => {
    const seen: unknown[] = [];
    for await (const item of cell.track(["a", "b"], "read")) {
      seen.push(item);
      after(400);
    }
    for await (const item of cell.track(new Set([1]))) seen.push(item);
    async function* stream(): AsyncGenerator<string> {
      yield "c";
      after(700);
      yield "d";
    }
    for await (const item of cell.track(stream(), "listen")) seen.push(item);
    expect(seen).toEqual(["a", "b", 1, "c", "d"]);
    expect(texts().at(-1)).toBe("listen: done in 0.7 s, 2 at 2.86/s");
  });

  test("ends with the cell's interrupt", async () => {
    const seen: number[] = [];
    const loop = async (): Promise<void> => {
      for await (const item of cell.track([1, 2, 3])) {
        seen.push(item);
        if (item === 2) host.interrupt.abort(new Error("stop"));
      }
    };
    await expect(loop()).rejects.toThrow("stop");
    expect(seen).toEqual([1, 2]);
  });
});

test("a cell's own report is where it hears of an interrupt", () => {
  host.interrupt.abort(new Error("stop"));
  expect(() => cell.progress({ stage: "a", done: 1 })).toThrow("stop");
});

test("the signal is the running cell's", () => {
  expect(cell.signal).toBe(host.interrupt.signal);
  host.interrupt.abort();
  expect(cell.signal.aborted).toBe(true);
  host.interrupt = new AbortController();
  expect(cell.signal.aborted).toBe(false);
});
