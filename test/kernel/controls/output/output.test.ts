import { expect, test, vi } from "vitest";
import { cell, display, displayBundle } from "../../../../kernel/src/cell/index.js";
import { Output } from "../../../../kernel/src/controls/index.js";
import { createRun, within } from "../../../../kernel/src/session/runs.js";
import { failed, inCell, print, settle, shown, sleep, stream, useCaptureHost } from "../capture-host.js";

const host = useCaptureHost();

test("what code prints and shows goes in, and its value comes back", async () => {
  const output = new Output();
  const given = output.capture(() => {
    print("a\n");
    displayBundle({ data: { "text/plain": "x" } });
    print("no\n", "stderr");
    return 7;
  });
  expect(given).toBe(7);
  await settle();
  const expected = [stream("a\n"), shown("x"), stream("no\n", "stderr")];
  expect(host.current.outputs(output.id)).toEqual(expected);
  expect(output.outputs).toEqual(expected);
});

test("captures at the same time do not mix, however late their output comes", async () => {
  const [a, b] = [new Output(), new Output()];
  const chat = (name: string) => async (): Promise<string> => {
    for (let i = 0; i < 3; i++) {
      print(`${name}${i} `);
      await sleep(10);
      await display(name);
    }
    void sleep(50).then(() => print("late"));
    return name;
  };
  const both = Promise.all([a.capture(chat("a")), b.capture(chat("b"))]);
  await settle(200);
  expect(await both).toEqual(["a", "b"]);
  const of = (name: string): object[] => [
    ...[0, 1, 2].flatMap((i) => [stream(`${name}${i} `), shown(`'${name}'`)]),
    stream("late"),
  ];
  expect([a.outputs, b.outputs]).toEqual([of("a"), of("b")]);
});

test("a capture inside another takes its own", async () => {
  const [outer, inner] = [new Output(), new Output()];
  outer.capture(() => {
    print("1");
    inner.capture(() => print("2"));
    print("3");
  });
  await settle();
  expect([outer.outputs, inner.outputs]).toEqual([[stream("13")], [stream("2")]]);
});

test.each([
  ["thrown", () => void failing()],
  ["rejected", async () => failing(await sleep(10))],
])("an error that is %s shows inside and reaches the caller", async (_how, work) => {
  const output = new Output();
  const caught = (async () => output.capture(work))().catch((error: unknown) => error);
  await settle();
  expect(await caught).toEqual(new RangeError("no"));
  expect(output.outputs).toEqual([failed("RangeError", "no")]);
});

test("code inside is stopped by its own signal when the cell is, or all that runs", async () => {
  const output = new Output();
  const reasons: unknown[] = [];
  const work = async (): Promise<void> => {
    const { signal } = cell;
    signal.addEventListener("abort", () => reasons.push((signal.reason as Error).message));
    await sleep(1000);
  };
  const run = createRun(undefined);
  within(run, () => void output.capture(work));
  run.controller.abort(new Error("this cell"));
  expect(reasons).toEqual(["this cell"]);
  inCell(() => void output.capture(work));
  host.current.parts.interrupt();
  expect(reasons).toEqual(["this cell", "interrupted"]);
  await settle(1000);
});

test("clear, append and display from anywhere", async () => {
  const output = new Output();
  output.appendStdout("a");
  output.appendStderr("b");
  await output.appendDisplay([1]);
  await settle();
  expect(output.outputs).toEqual([stream("a"), stream("b", "stderr"), shown("[ 1 ]")]);
  output.clear(true);
  await settle();
  expect(output.outputs).toHaveLength(3);
  output.appendStdout("c");
  await settle();
  expect(output.outputs).toEqual([stream("c")]);
  output.clear();
  await settle();
  expect(output.outputs).toEqual([]);
});

test("a handle replaces what it has shown, inside", async () => {
  const output = new Output();
  const handle = output.capture(() => displayBundle({ data: { "text/plain": "old" } }));
  await handle.update("new");
  await settle();
  expect(host.current.outputs(output.id)).toEqual([shown("'new'")]);
});

test("the cell waits until its last words are in the widget", async () => {
  const output = new Output();
  output.appendStdout("a");
  output.appendStdout("b");
  expect(host.current.waited).toHaveLength(1);
  let seen: unknown;
  void host.current.waited[0]!.then(() => (seen = host.current.outputs(output.id)));
  await settle();
  expect(seen).toEqual([stream("ab")]);
});

test("many lines go out at most 60 times a second, the last one too; a long text less often", async () => {
  const output = new Output();
  const updates = (): number => host.current.sent.splice(0).length;
  updates();
  for (let ms = 0; ms < 1000; ms++) {
    output.appendStdout("x");
    await vi.advanceTimersByTimeAsync(1);
  }
  await settle();
  expect(updates()).toBeLessThanOrEqual(62);
  expect(output.outputs).toEqual([stream("x".repeat(1000))]);
  output.appendStdout("y".repeat(1_000_000));
  await settle();
  updates();
  for (let ms = 0; ms < 1000; ms++) {
    output.appendStdout("x");
    await vi.advanceTimersByTimeAsync(1);
  }
  expect(updates()).toBeLessThanOrEqual(21);
});

function failing(_after?: void): never {
  throw new RangeError("no");
}
