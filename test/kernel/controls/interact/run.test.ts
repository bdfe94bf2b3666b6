import { expect, test } from "vitest";
import { cell, display } from "../../../../kernel/src/cell/index.js";
import { interact, interactive } from "../../../../kernel/src/controls/index.js";
import {
  failed,
  move,
  print,
  settle,
  shown,
  sleep,
  states,
  stream,
  useCaptureHost,
} from "../capture-host.js";

const host = useCaptureHost();

test("a run's output comes in one go: what was there stays until then", async () => {
  const made = interactive(
    async ({ x }) => {
      print(`${x}`);
      await sleep(50);
      await display(x);
    },
    { x: 3 },
  );
  await settle();
  states(host.current, made.output);
  move(host.current, made.controls.x, 4);
  await settle();
  expect(states(host.current, made.output)).toEqual([[stream("4"), shown("4")]]);
});

test("a longer run shows what it has so far, once it has something", async () => {
  const made = interactive(
    async ({ x }) => {
      await sleep(500);
      print(`${x} `);
      await sleep(500);
      print("done");
    },
    { x: 3 },
  );
  await settle(2000);
  states(host.current, made.output);
  move(host.current, made.controls.x, 4);
  await settle(450);
  expect(states(host.current, made.output)).toEqual([]);
  await settle(100);
  expect(states(host.current, made.output)).toEqual([[stream("4 ")]]);
  await settle(1000);
  expect(states(host.current, made.output)).toEqual([[stream("4 done")]]);
});

test("the newest change wins: the run in progress is aborted and its output dropped", async () => {
  const aborted: unknown[] = [];
  const made = interactive(
    async ({ x }) => {
      const { signal } = cell;
      signal.addEventListener("abort", () => aborted.push([x, (signal.reason as Error).name]));
      await sleep(300);
      print(`stopped ${x}?`);
      signal.throwIfAborted();
      return x;
    },
    { x: [0, 9] },
  );
  for (const value of [5, 6, 7]) {
    await settle(50);
    move(host.current, made.controls.x, value);
  }
  await settle(2000);
  expect(aborted).toEqual([[4, "Superseded"]]);
  expect(made.output.outputs).toEqual([stream("stopped 7?"), shown("7")]);
  expect(made.result).toBe(7);
});

test("what was there stays while a run is stopped for a newer one", async () => {
  const made = interactive(
    async ({ x }) => {
      const { signal } = cell;
      await sleep(x === 1 ? 10 : 500);
      signal.throwIfAborted();
      return x;
    },
    { x: 1 },
  );
  await settle();
  states(host.current, made.output);
  move(host.current, made.controls.x, 2);
  await settle(50);
  move(host.current, made.controls.x, 3);
  await settle(2000);
  expect(states(host.current, made.output)).toEqual([[shown("3")]]);
});

test("a function that does not look at its signal is waited for no longer than a second", async () => {
  let runs = 0;
  const made = interactive(
    async ({ x }) => {
      runs++;
      if (x === 1) await new Promise(() => {});
      return x;
    },
    { x: 1 },
  );
  move(host.current, made.controls.x, 2);
  await settle(900);
  expect(runs).toBe(1);
  await settle(200);
  expect(made.output.outputs).toEqual([shown("2")]);
});

test("an interrupted run says so, in time or after a second, and the next change runs", async () => {
  const made = interactive(
    async ({ x }) => {
      if (x === 1) await new Promise(() => {});
      return x;
    },
    { x: 1 },
  );
  await settle();
  host.current.parts.interrupt();
  await settle(1100);
  expect(made.output.outputs).toEqual([failed("KeyboardInterrupt", "interrupted")]);
  move(host.current, made.controls.x, 2);
  await settle();
  expect(made.output.outputs).toEqual([shown("2")]);
});

test.each([
  ["thrown", ({ x }: { x: number }) => fail(x)],
  ["rejected", async ({ x }: { x: number }) => fail(x, await sleep(10))],
])("an error that is %s shows in the output; the next change clears it", async (_how, work) => {
  const made = interactive(work, { x: 1 });
  await settle();
  expect(made.output.outputs).toEqual([failed("Error", "no 1")]);
  move(host.current, made.controls.x, 2);
  await settle();
  expect(made.output.outputs).toEqual([shown("2")]);
});

test("a function that gives nothing shows nothing, and clears what was there", async () => {
  const made = interactive(({ x }) => (x > 1 ? x : undefined), { x: 2 });
  await settle();
  expect(made.output.outputs).toEqual([shown("2")]);
  move(host.current, made.controls.x, 1);
  await settle();
  expect(made.output.outputs).toEqual([]);
});

test("the cell waits for the first run, and for no other", async () => {
  const made = interact(({ x }) => sleep(500 * x), { x: 1 });
  let done = false;
  void Promise.all(host.current.waited).then(() => (done = true));
  await settle(400);
  expect(done).toBe(false);
  await settle(200);
  expect(done).toBe(true);
  host.current.waited.length = 0;
  made.controls.x.value = 2;
  expect(host.current.waited).toEqual([]);
});

function fail(x: number, _after?: void): number {
  if (x === 1) throw new Error(`no ${x}`);
  return x;
}
