import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { descendants, endTrees, isDetached, sleeps } from "../../../kernel/src/front/process-tree.js";

test("children come before their parents, others not at all", () => {
  const parents = new Map([
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 9],
  ]);
  expect(descendants(1, parents)).toEqual([3, 4, 2]);
  expect(descendants(7, parents)).toEqual([]);
});

test("real children are found", async () => {
  const child = spawn("sh", ["-c", "sleep 20 & echo ready; wait"]);
  await once(child.stdout, "data");
  const found = descendants(process.pid);
  expect(found.at(-1) === child.pid || found.includes(child.pid!)).toBe(true);
  const inner = descendants(child.pid!);
  expect(inner).toHaveLength(1);
  for (const pid of [...inner, child.pid!]) process.kill(pid, "SIGKILL");
});

test("a waiting process sleeps, a running one does not", async () => {
  const waiting = spawn("sleep", ["20"]);
  const running = spawn(process.execPath, ["-e", "console.log(1); for (;;);"]);
  await once(running.stdout, "data");
  expect(sleeps(waiting.pid!)).toBe(true);
  if (process.platform === "linux") await expect.poll(() => sleeps(running.pid!)).toBe(false);
  for (const child of [waiting, running]) child.kill("SIGKILL");
});

test("a tree is ended whole, also one that does not want to", async () => {
  const child = spawn("sh", ["-c", "trap '' TERM; sleep 20 & echo ready; wait"]);
  await once(child.stdout, "data");
  const [inner] = descendants(child.pid!);
  endTrees([child.pid!]);
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  expect(code === null ? signal : "ended").toMatch(/SIGKILL|ended/);
  await expect.poll(() => descendants(process.pid).includes(inner!), { timeout: 5000 }).toBe(false);
});

test.skipIf(process.platform !== "linux")("one that leads its own group is known", async () => {
  const [own, ours] = [true, false].map((detached) => spawn("sleep", ["20"], { detached }));
  await Promise.all([own, ours].map((child) => once(child!, "spawn")));
  expect([own, ours].map((child) => isDetached(child!.pid!))).toEqual([true, false]);
  for (const child of [own, ours]) child!.kill("SIGKILL");
});
