import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { adopt, release } from "./lock.mjs";

/**
 * Runs a program to its end. What it prints goes to a log file, the last line of it to `note`.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, log: string, note?: (text: string) => void }} options
 * @returns {Promise<{ ok: boolean, output: string, log: string }>}
 */
export async function runQuietly(program, args, { cwd, env = process.env, log, note = () => {} }) {
  fs.mkdirSync(path.dirname(log), { recursive: true });
  fs.writeFileSync(log, `${program} ${args.join(" ")}\n\n`);
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  adopt(child.pid);
  let output = "";
  const hear = (text) => {
    output += text;
    fs.appendFileSync(log, text);
    const line = text.trim().split("\n").at(-1)?.trim();
    if (line) note(line.slice(0, 60));
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", hear);
  const ok = await new Promise((resolve) => {
    child.on("error", (error) => {
      hear(`${error.message}\n`);
      resolve(false);
    });
    child.on("close", (code) => resolve(code === 0));
  });
  release(child.pid);
  return { ok, output, log };
}

/**
 * Runs a program that shares the terminal; its exit code, or 128 + n for one that a signal ended. Signals are passed on, but
 * for Ctrl-C, which a terminal gives to both.
 */
export async function runShown(program, args, { cwd, env = process.env }) {
  const child = spawn(program, args, { cwd, env, stdio: "inherit" });
  const pass = (signal) => (signal === "SIGINT" && process.stdin.isTTY) || child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, pass);
  try {
    return await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => resolve(code ?? exitCodeOf(signal)));
    });
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, pass);
  }
}

/** What a short-lived program prints, or undefined when it is missing, fails or takes longer than `timeoutMs`. */
export function ask(program, args, { timeoutMs = 5000, env = process.env } = {}) {
  const answer = spawnSync(program, args, { encoding: "utf8", timeout: timeoutMs, env, windowsHide: true });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

/** npm as it was started, or the one on the PATH, always under this very Node. */
export function npmCommand(env = process.env) {
  const script = env.npm_execpath;
  if (script && path.basename(script) === "npm-cli.js") return [process.execPath, script];
  return process.platform === "win32" ? ["cmd.exe", "/c", "npm"] : ["npm"];
}

export function exitCodeOf(signal) {
  return signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : 137;
}
