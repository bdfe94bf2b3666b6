import { spawn } from "node:child_process";
import { expect, onTestFinished, test, vi } from "vitest";
import { watchMemory } from "../../../kernel/src/front/memory-guard.js";
import { watchParent } from "../../../kernel/src/front/parent-watch.js";
import { Publisher } from "../../../kernel/src/front/publisher.js";
import type { Header } from "../../../kernel/src/messages/index.js";

const cell: Header = { msg_id: "1", session: "s", username: "u", msg_type: "execute_request" };

/** A guard over a heap whose size the test sets, as a part of its limit. */
async function guarded(
  parts: readonly number[],
  running: () => Header | undefined,
): Promise<{ stops: number; text: string }> {
  vi.stubEnv("NODE_OPTIONS", "--max-old-space-size=1000");
  onTestFinished(() => void vi.unstubAllEnvs());
  const left = [...parts];
  const seen = { stops: 0, text: "" };
  const publisher = new Publisher(
    "k",
    (message) => (seen.text += (message.content as { text: string }).text),
  );
  watchMemory({
    post: () => Promise.resolve({ usedSize: (left.length > 1 ? left.shift()! : left[0]!) * 1000 * 2 ** 20 }),
    stop: () => void seen.stops++,
    running: () => (seen.stops === 0 ? running() : undefined),
    publisher,
  });
  await new Promise((done) => setTimeout(done, 250));
  return seen;
}

test("a cell that grows past the mark is stopped, with the numbers", async () => {
  const { stops, text } = await guarded([0.1, 0.6, 0.7, 0.85], () => cell);
  expect(stops).toBe(1);
  expect(text).toBe("memory: 891 of 1049 MB in use; the cell was stopped\n");
});

test("below the mark, or with nothing running, nothing happens", async () => {
  expect((await guarded([0.4], () => cell)).stops).toBe(0);
  expect((await guarded([0.99], () => undefined)).stops).toBe(0);
});

test("the end of the parent is noticed; without a parent nobody is watched", async () => {
  const parent = spawn("sleep", ["20"]);
  const gone = vi.fn();
  watchParent({ JPY_PARENT_PID: String(parent.pid) }, gone);
  watchParent({}, () => expect.unreachable());
  watchParent({ JPY_PARENT_PID: "no number" }, () => expect.unreachable());
  await new Promise((done) => setTimeout(done, 1200));
  expect(gone).not.toHaveBeenCalled();
  parent.kill("SIGKILL");
  await expect.poll(() => gone.mock.calls.length, { timeout: 4000 }).toBe(1);
});
