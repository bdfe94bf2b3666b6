import { beforeEach, expect, test } from "vitest";
import { Program } from "../../../../kernel/src/front/debug/program.js";
import { Scripts } from "../../../../kernel/src/front/debug/scripts.js";
import { FakeInspector } from "./fake-inspector.js";

let inspector: FakeInspector;
let program: Program;
let told: string[];
let reached: number[];
let busy: boolean;

beforeEach(async () => {
  inspector = new FakeInspector();
  told = [];
  reached = [];
  busy = true;
  const scripts = new Scripts(() => undefined, "/notebooks");
  program = new Program({
    inspector,
    scripts,
    breakpoints: {
      reached: () => reached,
      loaded: () => Promise.resolve(),
      attach: () => Promise.resolve(),
      detach: () => undefined,
    } as never,
    isBusy: () => busy,
    stopped: ({ reason }) => told.push(reason),
    continued: () => told.push("continued"),
  });
  await program.attach(true);
  inspector.tell("Debugger.scriptParsed", { scriptId: "own", url: "file:///notebooks/own.js" });
  inspector.tell("Debugger.scriptParsed", { scriptId: "library", url: "file:///lib/index.js" });
  inspector.tell("Debugger.scriptParsed", { scriptId: "node", url: "node:timers" });
  inspector.sent.length = 0;
});

test("stops in the user's code, of which alone the calls are seen, and goes on", async () => {
  inspector.pauseIn(["own", "library", "node", "own"]);
  expect(program.pause()?.frames.map(({ id, script }) => `${id} ${script.name}`)).toEqual([
    "1 own.js",
    "2 own.js",
  ]);
  await program.go("Debugger.stepOver");
  inspector.tell("Debugger.resumed", {});
  expect(program.pause()).toBeUndefined();
  inspector.pauseIn(["own"]);
  expect(told).toEqual(["breakpoint", "continued", "step"]);
  expect(program.pause()?.frames[0]?.id).toBe(3);
  await expect(program.go("Debugger.resume")).resolves.toBeUndefined();
});

test("what nobody wants to stop at is gone on from without a word", async () => {
  inspector.pauseIn(["node"]);
  inspector.pauseIn(["library", "own"]);
  inspector.pauseIn(["own"], { hitBreakpoints: ["one that does not count this time"] });
  inspector.pauseIn(["own"], { reason: "exception", data: { uncaught: false } });
  expect(inspector.sent).toEqual(Array(4).fill("Debugger.resume"));
  expect(told).toEqual([]);
  await expect(program.go("Debugger.stepInto")).rejects.toThrow("the program is running");
});

test("a step that ends in hidden code goes out of it again", async () => {
  inspector.pauseIn(["own"]);
  await program.go("Debugger.stepInto");
  inspector.tell("Debugger.resumed", {});
  inspector.pauseIn(["node", "own"]);
  expect(inspector.sent.at(-1)).toBe("Debugger.stepOut");
  expect(program.pause()).toBeUndefined();
});

test("a step that went off the end of a cell does not stop in the next one", async () => {
  inspector.pauseIn(["own"]);
  await program.go("Debugger.stepOver");
  inspector.tell("Debugger.resumed", {});
  program.newCell();
  inspector.pauseIn(["own"]);
  expect(inspector.sent.at(-1)).toBe("Debugger.resume");
  reached = [4];
  inspector.pauseIn(["own"], { hitBreakpoints: ["4"] });
  expect(told).toEqual(["breakpoint", "continued", "breakpoint"]);
});

test("stops at the errors that are wanted", async () => {
  await program.stopAtErrors(new Set(["uncaught"]));
  expect(inspector.sent).toEqual(["Debugger.setPauseOnExceptions", "Debugger.setAsyncCallStackDepth"]);
  inspector.pauseIn(["own"], { reason: "promiseRejection", data: { uncaught: false } });
  expect(told).toEqual(["exception"]);
  expect([...program.errorFilters()]).toEqual(["uncaught"]);
});

test("is halted, ended and left alone", async () => {
  expect(program.end()).toBe(false);
  await program.halt();
  inspector.pauseIn(["node"]);
  inspector.pauseIn(["own"]);
  expect(told).toEqual(["pause"]);
  expect(program.end()).toBe(true);
  inspector.tell("Debugger.resumed", {});
  await program.detach();
  expect(inspector.sent).toEqual([
    "Debugger.pause",
    "Debugger.stepInto",
    "Debugger.resume",
    "Debugger.disable",
  ]);
  expect(program.isStarted()).toBe(false);
  await expect(program.halt()).rejects.toThrow("no debugger is attached");
  busy = false;
  await program.attach(true);
  await expect(program.halt()).rejects.toThrow("nothing is running");
});

test("detaching lets a program that stands still go on", async () => {
  inspector.pauseIn(["own"]);
  await program.detach();
  expect(inspector.sent).toEqual(["Debugger.resume", "Debugger.disable"]);
});
