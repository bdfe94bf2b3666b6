import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Captured } from "../../../kernel/src/cell/index.js";
import type { FromSession } from "../../../kernel/src/messages/index.js";
import { createHost } from "../../../kernel/src/session/host.js";
import { Parts } from "../../../kernel/src/session/parts.js";
import { createRun, currentRun, within, type Run } from "../../../kernel/src/session/runs.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reaped: Run[] = [];
const parts = new Parts((left) => void reaped.push(...left));
beforeEach(() => void (reaped.length = 0));

const cause = { header: {} as never, silent: false };
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const ignore = (): void => {};

test("a part has an output and a signal of its own, and the cause and the waiting of its cell", () => {
  const cell = createRun(cause);
  const controller = new AbortController();
  const output = (_captured: Captured): void => {};
  within(cell, () => {
    const inside = parts.run({ output, controller }, () => currentRun()!);
    expect(inside).toMatchObject({ cause, output, controller, left: false });
    expect(inside.unfinished).toBe(cell.unfinished);
    expect(currentRun()).toBe(cell);
  });
});

test("what it shows goes to its output; what is between widgets and what is replaced goes to the front ends", () => {
  const told: FromSession[] = [];
  const link = { inputFlag: new Int32Array(1), inputPort: undefined as never };
  const host = createHost({ ...link, tell: (message) => told.push(message as FromSession) });
  const shown: Captured[] = [];
  const types = ["display_data", "clear_output", "comm_msg", "update_display_data"] as const;
  parts.run({ output: (captured) => shown.push(captured), controller: new AbortController() }, () => {
    for (const type of types) host.publish({ type, content: { n: 1 } });
  });
  expect(shown).toEqual([
    { type: "display_data", content: { n: 1 } },
    { type: "clear_output", content: { n: 1 } },
  ]);
  expect(told.map((message) => (message as { type?: string }).type)).toEqual([
    "comm_msg",
    "update_display_data",
  ]);
});

test("it gives and throws what its work gives and throws", async () => {
  const run = <T>(work: () => T): T => parts.run({ output: ignore, controller: new AbortController() }, work);
  expect(run(() => 7)).toBe(7);
  expect(() => run(() => fail())).toThrow("no");
  await expect(run(async () => fail(await Promise.resolve()))).rejects.toThrow("no");
});

test("it is aborted with its cell, with the same reason, for as long as its work lasts", async () => {
  const cell = createRun(cause);
  const [short, long] = [new AbortController(), new AbortController()];
  within(cell, () => {
    void parts.run({ output: ignore, controller: short }, () => sleep(10));
    void parts.run({ output: ignore, controller: long }, () => sleep(1000));
  });
  await vi.advanceTimersByTimeAsync(100);
  const reason = new Error("why");
  cell.controller.abort(reason);
  expect([short.signal.aborted, long.signal.reason]).toEqual([false, reason]);
  await vi.advanceTimersByTimeAsync(1000);
});

test("an interrupt aborts what is open, and has reaped what would not end in time", async () => {
  const controllers = Array.from({ length: 3 }, () => new AbortController());
  const [over, polite, deaf] = controllers as [AbortController, AbortController, AbortController];
  const seen: Run[] = [];
  const start = (controller: AbortController, work: () => unknown): unknown =>
    parts.run({ output: ignore, controller }, () => {
      seen.push(currentRun()!);
      return work();
    });
  start(over, () => 1);
  void start(
    polite,
    () => new Promise<void>((resolve) => polite.signal.addEventListener("abort", () => resolve())),
  );
  void start(deaf, () => new Promise(() => {}));
  parts.interrupt();
  expect(controllers.map(({ signal }) => (signal.reason as Error | undefined)?.name)).toEqual([
    undefined,
    "KeyboardInterrupt",
    "KeyboardInterrupt",
  ]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(reaped).toEqual([seen[2]]);
  reaped.length = 0;
  parts.interrupt();
  await vi.advanceTimersByTimeAsync(1000);
  expect(reaped).toEqual([]);
});

function fail(_after?: void): never {
  throw new Error("no");
}
