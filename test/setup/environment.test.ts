import { existsSync, mkdirSync, renameSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.js";
import { plant, plantProgram, root, setupModule, start, type Running } from "../support/workspace.js";

const step = join(root, "test", "setup", "fixtures", "step.mjs");
const folder = temporaryFolder();

/** Set-up's Python step on a folder that asks for these requirements. */
function environmentStep(place: string, requirements: string, env: NodeJS.ProcessEnv = {}): Running {
  plant(place, { "setup/python/requirements.txt": requirements });
  return start([process.execPath, step, join(root, "setup"), "environment", place], { cwd: place, env });
}

/** An index that takes requests and never answers. */
const silent = createServer(() => {});
await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
afterAll(() => silent.closeAllConnections());
afterAll(() => silent.close());
const silentIndex = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/simple`;

const python = (place: string): string => join(place, ".vitrine", "python", "bin", "python");
const ended = async (place: string): Promise<string> => (await environmentStep(place, "").ended).out.trim();

test("an environment is made once, again after a move, and again after each way of being cut short", async () => {
  const place = join(folder, "pláce one");
  const killed = environmentStep(place, "");
  await until(() => existsSync(join(place, ".vitrine", "python")));
  killed.child.kill("SIGKILL");
  await killed.ended;
  expect(await ended(place)).toMatch(/worked$/);
  expect(await ended(place)).toBe("nothing to do");

  const installing = environmentStep(place, "a-package-that-never-comes", { PIP_INDEX_URL: silentIndex });
  await until(() => existsSync(join(place, ".vitrine", "python", ".unfinished")));
  await sleep(300);
  installing.child.kill("SIGKILL");
  await installing.ended;
  plant(join(place, ".vitrine", "python"), { "half-written": "by pip" });
  expect(await ended(place)).toMatch(/worked$/);
  expect(existsSync(join(place, ".vitrine", "python", "half-written"))).toBe(false);

  const moved = join(folder, "place two");
  renameSync(place, moved);
  expect(await ended(moved)).toMatch(/worked$/);
  const answer = await start([python(moved), "-m", "pip", "--version"], { cwd: moved }).ended;
  expect(answer.out).toContain(moved);
}, 120_000);

test("without an index one sentence says so, within seconds", async () => {
  const place = join(folder, "offline");
  const { code, error, seconds } = await environmentStep(place, "jupyterlab==4.6.6", {
    PIP_INDEX_URL: "http://127.0.0.1:9/simple",
    PIP_NO_CACHE_DIR: "1",
    PIP_CONFIG_FILE: "/dev/null",
  }).ended;
  expect(code).toBe(1);
  expect(error.trim()).toBe(
    "The Python packages could not be downloaded because the package index did not answer: connect to the network (or set pip's index or proxy) and run this again.",
  );
  // Making the environment is most of it; pip's own patience would last for minutes.
  expect(seconds).toBeLessThan(45);
}, 60_000);

test("a Python without ensurepip gets pip from another", async () => {
  const place = join(folder, "bare");
  const { findPython } = await setupModule<{ findPython(): { program: string } }>("steps/python.mjs");
  const { program } = findPython();
  const answer = JSON.stringify([[3, 11, 0], join(place, "bare-python"), false, true]);
  // Says that it has no ensurepip, and keeps to it.
  const script = `case "$*" in *find_spec*) echo '${answer}';; "-m venv "[!-]*) exit 1;; *) exec "${program}" "$@";; esac`;
  mkdirSync(place, { recursive: true });
  const bare = plantProgram(place, "bare-python", script);
  const { out, error } = await environmentStep(place, "", { VITRINE_PYTHON_BASE: bare }).ended;
  expect(error).toBe("");
  expect(out).toMatch(/worked/);
  const pip = await start([python(place), "-m", "pip", "--version"], { cwd: place }).ended;
  expect(pip.code).toBe(0);
}, 90_000);

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !condition(); tries++) await sleep(50);
  if (!condition()) throw new Error("waited 30 s in vain");
}
