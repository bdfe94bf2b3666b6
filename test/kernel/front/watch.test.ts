import { spawn } from "node:child_process";
import { expect, test, vi } from "vitest";
import { watchParent } from "../../../kernel/src/front/parent-watch.js";

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
