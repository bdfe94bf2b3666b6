import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cell, setCellHost } from "../../../kernel/src/cell/index.js";
import { recorder, type Recorder } from "../../support/recorder.js";

let host: Recorder;
let back: () => void;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  host = recorder();
  back = setCellHost(host);
});
afterEach(() => {
  back();
  vi.useRealTimers();
});

const after = (ms: number): void => void vi.advanceTimersByTime(ms);
const texts = (): unknown[] =>
  host.sent.map(({ content }) => (content["data"] as Record<string, unknown>)["text/plain"]);
const htmls = (): string[] =>
  host.sent.map(({ content }) => String((content["data"] as Record<string, unknown>)["text/html"]));

describe("the progress bar", () => {
  test("does not appear for work shorter than half a second", () => {
    for (let done = 0; done <= 4; done++) {
      cell.progress({ stage: "align", done, total: 4 });
      after(100);
    }
    expect(host.sent).toEqual([]);
  });

  test("appears after half a second, moves at most ten times a second, and gives way to a word", () => {
    for (let done = 0; done <= 200; done++) {
      cell.progress({ stage: "align", done, total: 200 });
      after(10);
    }
    expect(host.sent[0]!.type).toBe("display_data");
    expect(host.sent.slice(1).every(({ type }) => type === "update_display_data")).toBe(true);
    expect(host.sent.length).toBeGreaterThanOrEqual(15);
    expect(host.sent.length).toBeLessThanOrEqual(17); // 1.5 s of ten a second, and the end
    expect(texts()[0]).toBe("align  50/200  0:02 left");
    expect(texts().at(-1)).toBe("align: done");
    expect(htmls().at(-1)).not.toContain("<progress");
  });

  test("says the time so far where the end is not known, and the numbers it is given", () => {
    cell.progress({ stage: "refine", done: 0 });
    after(61_000);
    cell.progress({ stage: "refine", done: 3, metrics: { resolutionA: 3.14159 } });
    expect(texts()).toEqual(["refine  3  1:01  resolutionA 3.142"]);
    expect(htmls()[0]).not.toContain("<progress");
  });

  test("stands once per stage and cell", () => {
    const run = (stage: string): void => {
      cell.progress({ stage, done: 0, total: 9 });
      after(600);
      cell.progress({ stage, done: 1, total: 9 });
    };
    run("a");
    run("b");
    host.interrupt = new AbortController(); // the next cell
    run("a");
    expect(host.sent.filter(({ type }) => type === "display_data")).toHaveLength(3);
  });

  test("begins anew, in its own place, when a finished stage runs again", () => {
    for (let turn = 0; turn < 2; turn++) {
      cell.progress({ stage: "a", done: 0, total: 2 });
      after(600);
      cell.progress({ stage: "a", done: 1, total: 2 });
      cell.progress({ stage: "a", done: 2, total: 2 });
    }
    expect(host.sent.map(({ type }) => type)).toEqual([
      "display_data",
      "update_display_data",
      "update_display_data",
      "update_display_data",
    ]);
    expect(texts()[2]).toBe("a  1/2  0:01 left");
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
    back = setCellHost(host);
  });
});

test("the signal is the running cell's", () => {
  expect(cell.signal).toBe(host.interrupt.signal);
  host.interrupt.abort();
  expect(cell.signal.aborted).toBe(true);
  host.interrupt = new AbortController();
  expect(cell.signal.aborted).toBe(false);
});
