import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.js";
import { plant, root, start, type Running } from "../support/workspace.js";

const folder = temporaryFolder();
plant(folder, {
  "worker.mjs": `
    import fs from "node:fs";
    import { alone } from ${JSON.stringify(join(root, "setup/support/lock.mjs"))};
    const [name, ms] = process.argv.slice(2);
    const note = (word) => fs.appendFileSync("diary", word + name + "\\n");
    await alone({ own: process.cwd() }, async () => {
      note("+");
      await new Promise((resolve) => setTimeout(resolve, Number(ms)));
      note("-");
    });`,
});

const worker = (name: string, ms: number): Running =>
  start([process.execPath, "worker.mjs", name, String(ms)], { cwd: folder });
const diary = (): string[] => readFileSync(join(folder, "diary"), "utf8").trim().split("\n");

test("one works at a time, and those who wait say so", async () => {
  plant(folder, { diary: "" });
  const ends = await Promise.all(["a", "b", "c"].map((name) => worker(name, 400).ended));
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
  const lines = diary();
  for (let k = 0; k < lines.length; k += 2) expect(lines[k + 1]).toBe(lines[k]?.replace("+", "-"));
  expect(lines).toHaveLength(6);
  expect(ends.filter(({ out }) => out.includes("waiting for it"))).toHaveLength(2);
  expect(existsSync(join(folder, "lock"))).toBe(false);
});

test("the lock of one that was killed is taken over", async () => {
  plant(folder, { diary: "" });
  const killed = worker("killed", 60_000);
  while (!existsSync(join(folder, "diary")) || !diary().includes("+killed"))
    await new Promise((resolve) => setTimeout(resolve, 20));
  killed.child.kill("SIGKILL");
  await killed.ended;
  expect(existsSync(join(folder, "lock"))).toBe(true);
  expect((await worker("next", 10).ended).code).toBe(0);
  expect(diary()).toEqual(["+killed", "+next", "-next"]);
});

test("a lock that names a process number given to another since does not hold", async () => {
  plant(folder, { diary: "", lock: JSON.stringify({ pid: process.pid, started: "long ago", children: [] }) });
  expect((await worker("later", 10).ended).code).toBe(0);
  plant(folder, { lock: "not a lock at all" });
  expect((await worker("last", 10).ended).code).toBe(0);
});
