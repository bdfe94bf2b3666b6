import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { remove, writeWhole } from "./files.mjs";
import { say } from "./say.mjs";

/** The lock that this process holds: who holds it and which programs it has running, each told by number and start time. */
let held;

/**
 * Lets one set-up at a time work in a clone. Waits for one that lives; takes over from one that died, after ending the
 * programs that it left running, which would otherwise go on writing to the same folders.
 * @template T
 * @param {import("./paths.mjs").Workspace} workspace
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(workspace, work) {
  const file = path.join(workspace.own, "lock");
  let told = false;
  while (!take(file)) {
    const other = readLock(file);
    if (!other || !lives(other)) {
      for (const child of other?.children ?? []) end(child);
      remove(file);
      continue;
    }
    if (!told) say(`another set-up is at work in this clone (process ${other.pid}): waiting for it`);
    told = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    held = undefined;
    remove(file);
  }
}

/** Notes a program that runs under the lock, so that whoever takes over knows of it. */
export function adopt(pid) {
  if (!held || pid === undefined) return;
  held.children.push({ pid, started: startOf(pid) });
  writeWhole(held.file, JSON.stringify(held));
}

export function release(pid) {
  if (!held) return;
  held.children = held.children.filter((child) => child.pid !== pid);
  writeWhole(held.file, JSON.stringify(held));
}

function take(file) {
  const mine = { file, pid: process.pid, started: startOf(process.pid), children: [] };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  fs.writeFileSync(beside, JSON.stringify(mine));
  try {
    fs.linkSync(beside, file);
    held = mine;
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  } finally {
    remove(beside);
  }
}

function readLock(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function lives({ pid, started }) {
  return started !== undefined && startOf(pid) === started;
}

function end(child) {
  if (lives(child)) process.kill(child.pid, "SIGKILL");
}

/** When a process started, in the system's own words: a process number alone may have been given to another by now. */
function startOf(pid) {
  try {
    if (process.platform === "linux") {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
      const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return state === "Z" ? undefined : rest[18];
    }
    if (process.platform === "win32") return process.kill(pid, 0) ? "alive" : undefined;
    return (
      spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim() || undefined
    );
  } catch {
    return undefined;
  }
}
